namespace LoApi.Reliability.Tests.Simulation.Database;

/// <summary>A process that calls the server, until it dies: then whatever it was at stays where it is for good.</summary>
internal sealed class SimulatedProcess(SimulatedServer server)
{
    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<SimulatedTransaction> _transactions = [];
    private readonly HashSet<SimulatedConnection> _connections = [];
    private readonly Stack<int> _pool = new();

    public bool IsDead => _died.Task.IsCompleted;

    /// <summary>Never completes: what a dead process is at.</summary>
    public static Task HangAsync() => new TaskCompletionSource().Task;

    /// <summary>A while passes; for a dead process, for ever.</summary>
    public async Task PassAsync()
    {
        await server.PassAsync();
        if (IsDead)
        {
            await HangAsync();
        }
    }

    /// <summary>Waits for an answer of this process, whatever it says; false where it dies first.</summary>
    public async Task<bool> AnswersAsync(Task call)
    {
        var answered = EndAsync(call);
        return await Task.WhenAny(answered, EndAsync(_died.Task)) == answered;
    }

    public void Die()
    {
        server.Trace.Add("process dies");
        _died.TrySetResult();
        foreach (var transaction in _transactions.ToArray())
        {
            transaction.Settle(commits: false);
        }

        foreach (var connection in _connections.ToArray())
        {
            connection.Close();
        }
    }

    public void Opened(SimulatedConnection connection) => _connections.Add(connection);

    public void Closed(SimulatedConnection connection) => _connections.Remove(connection);

    public void Begun(SimulatedTransaction transaction) => _transactions.Add(transaction);

    public void Ended(SimulatedTransaction transaction) => _transactions.Remove(transaction);

    /// <summary>The server's life in which a pooled connection was made; null where the pool is empty.</summary>
    public int? TakePooled() => _pool.TryPop(out var life) ? life : null;

    public void Pool(int life) => _pool.Push(life);

    public void ClearPool() => _pool.Clear();

    // Task.WhenAny goes on where a task completes, and replies complete on the thread pool, unless they are awaited here.
    private static async Task EndAsync(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
