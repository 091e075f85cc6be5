using LoApi.Storage;
using LoApi.Storage.Dialects;
using Microsoft.Data.Sqlite;

namespace LoApi.Reliability.Tests.Simulation.Database;

/// <summary>
/// A database server: SQLite underneath, so that statements, constraints, savepoints and what readers see are real. It
/// outlives the processes that call it, and misbehaves as the <see cref="FaultPlan"/> says.
/// </summary>
internal sealed class SimulatedServer(
    string connectionString, SimulatedScheduler scheduler, TimeProvider clock, FaultPlan faults, Trace trace) : IDisposable
{
    private readonly Stack<SqliteConnection> _idle = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private SimulatedTransaction? _pending;
    private bool _commits;
    private bool _isTaken;

    public FaultPlan Faults { get; } = faults;

    public Trace Trace { get; } = trace;

    /// <summary>Raised by each restart: connections of an earlier life are dead.</summary>
    public int Life { get; private set; }

    /// <summary>The dialect underneath, for what need not be simulated.</summary>
    public SqliteDialect Sqlite { get; } = new(new StorageOptions { ConnectionString = connectionString });

    /// <summary>A while passes, in which others go first and what was to happen later may happen.</summary>
    public async Task PassAsync()
    {
        for (var others = Faults.Patience(); others > 0; others--)
        {
            await scheduler.Yield();
        }

        if (Faults.IsSlow())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), clock);
        }

        if (_pending is not null && Faults.ComesToPass())
        {
            SettlePending();
        }

        if (Faults.RestartsServer())
        {
            Trace.Add("server restarts");
            Life++;
        }
    }

    public SqliteConnection Take()
    {
        if (!_idle.TryPop(out var connection))
        {
            connection = new SqliteConnection(Sqlite.ConnectionString + ";Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = OFF";
            command.ExecuteNonQuery();
        }

        return connection;
    }

    public void GiveBack(SqliteConnection connection) => _idle.Push(connection);

    /// <summary>Waits until no other transaction is under way.</summary>
    public async Task TakeTurnAsync()
    {
        if (_isTaken)
        {
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            await turn.Task;
        }

        _isTaken = true;
    }

    public void GiveTurnBack()
    {
        if (_waiting.TryDequeue(out var next))
        {
            next.SetResult(); // It stays taken.
        }
        else
        {
            _isTaken = false;
        }
    }

    /// <summary>Keeps a transaction whose sender has heard nothing, to be settled before anybody else writes.</summary>
    public void KeepPending(SimulatedTransaction transaction, bool commits)
    {
        SettlePending();
        (_pending, _commits) = (transaction, commits);
    }

    public void SettlePending()
    {
        if (Interlocked.Exchange(ref _pending, null) is { } pending)
        {
            Trace.Add(_commits ? "late commit" : "late rollback");
            pending.Settle(_commits);
        }
    }

    public void Dispose()
    {
        SettlePending();
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }
}
