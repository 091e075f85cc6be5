using System.Diagnostics.CodeAnalysis;

namespace Orleans.Embedded;

/// <summary>Runs turns one at a time, on pool threads: the scheduler that a grain's code awaits on.</summary>
/// <remarks>A turn is a task that was queued here (what follows an await), a call to start, or an action.</remarks>
internal abstract class TurnScheduler : TaskScheduler, IThreadPoolWorkItem
{
    /// <summary>After so many milliseconds a busy scheduler lets others have the thread.</summary>
    private const long Slice = 100;

    [ThreadStatic]
    private static TurnScheduler? _currentTurn;

    private Queue<object>? _turns;
    private bool _isScheduled;

    /// <summary>The scheduler whose turn this thread runs.</summary>
    public static new TurnScheduler? Current => _currentTurn;

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Who runs the turns; <see langword="null"/> for the thread pool.</summary>
    protected abstract Action<IThreadPoolWorkItem>? TurnQueue { get; }

    /// <summary>Guards the queue and whatever decides what enters it. Nothing outside is called, and no reply given, under it.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>Runs an action on a turn. It must not throw.</summary>
    public void Post(Action action) => Enqueue(action);

    void IThreadPoolWorkItem.Execute()
    {
        _currentTurn = this;
        try
        {
            var end = Environment.TickCount64 + Slice;
            while (TryTake(out var turn))
            {
                Run(turn);
                if (Environment.TickCount64 > end && TurnQueue is null)
                {
                    ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                    return;
                }
            }
        }
        finally
        {
            _currentTurn = null;
        }
    }

    /// <summary>Queues a turn. The gate must be held.</summary>
    protected void EnqueueUnderGate(object turn)
    {
        (_turns ??= new Queue<object>()).Enqueue(turn);
        if (!_isScheduled)
        {
            _isScheduled = true;
            if (TurnQueue is { } queue)
            {
                queue(this);
            }
            else
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
            }
        }
    }

    /// <summary>Starts a call, on a turn.</summary>
    protected abstract void Start(GrainCall call);

    /// <summary>Runs a turn, on the thread that has taken it.</summary>
    protected virtual void Run(object turn)
    {
        if (turn is Task task)
        {
            TryExecuteTask(task);
            return;
        }

        // Inside a task of this scheduler, so that awaits come back here; created on the pool's thread, so that nothing
        // of the sender's execution context comes along.
        new Task(
            static turn =>
            {
                if (turn is GrainCall call)
                {
                    call.Target!.Start(call);
                }
                else
                {
                    ((Action)turn!)();
                }
            },
            turn).RunSynchronously(this);
    }

    /// <inheritdoc/>
    protected sealed override void QueueTask(Task task) => Enqueue(task);

    /// <inheritdoc/>
    protected sealed override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        _currentTurn == this && TryExecuteTask(task);

    /// <inheritdoc/>
    protected sealed override IEnumerable<Task> GetScheduledTasks()
    {
        lock (Gate)
        {
            return _turns?.OfType<Task>().ToArray() ?? [];
        }
    }

    private void Enqueue(object turn)
    {
        lock (Gate)
        {
            EnqueueUnderGate(turn);
        }
    }

    private bool TryTake([NotNullWhen(true)] out object? turn)
    {
        lock (Gate)
        {
            if (_turns!.TryDequeue(out turn))
            {
                return true;
            }

            _isScheduled = false;
            return false;
        }
    }
}
