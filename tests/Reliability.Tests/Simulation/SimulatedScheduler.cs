namespace LoApi.Reliability.Tests.Simulation;

/// <summary>
/// Runs whatever is ready, one thing at a time and on one thread, in an order drawn from a seed: all interleavings of a
/// concurrent program can come up, and the same seed brings the same one.
/// </summary>
internal sealed class SimulatedScheduler(Random random) : TaskScheduler
{
    private readonly List<object> _ready = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Where something came back from another thread, if it did: then the run would not repeat itself.</summary>
    public string? Escape { get; private set; }

    public Task Run(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Runs the turns of a grain.</summary>
    public void Post(IThreadPoolWorkItem turns) => Add(turns);

    /// <summary>Lets others go first, perhaps.</summary>
    public Task Yield()
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(turn);
        return turn.Task;
    }

    /// <summary>Runs one thing; false where nothing is ready.</summary>
    public bool RunOne()
    {
        if (_ready.Count == 0)
        {
            return false;
        }

        var chosen = random.Next(_ready.Count);
        var next = _ready[chosen];
        _ready[chosen] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        switch (next)
        {
            case Task task:
                TryExecuteTask(task);
                break;
            case IThreadPoolWorkItem turns:
                turns.Execute();
                break;
            case TaskCompletionSource turn:
                turn.SetResult();
                break;
        }

        return true;
    }

    protected override void QueueTask(Task task) => Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _ready.OfType<Task>();

    private void Add(object item)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Escape = Environment.StackTrace;
        }

        _ready.Add(item);
    }
}
