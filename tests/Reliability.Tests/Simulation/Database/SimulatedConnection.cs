using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using LoApi.Storage.Sql;
using Microsoft.Data.Sqlite;

namespace LoApi.Reliability.Tests.Simulation.Database;

/// <summary>A connection of a process to the server.</summary>
internal sealed class SimulatedConnection(SimulatedServer server, SimulatedProcess process) : DbConnection
{
    private int _life;
    private bool _isLost;

    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "main";

    public override string DataSource => "simulated";

    public override string ServerVersion => "1";

    public override ConnectionState State => Inner is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>The connection underneath.</summary>
    public SqliteConnection? Inner { get; private set; }

    public SimulatedServer Server => server;

    public SimulatedProcess Process => process;

    /// <summary>The transaction under way.</summary>
    public SimulatedTransaction? Transaction { get; set; }

    public override void Open()
    {
        if (process.IsDead)
        {
            throw new SimulatedFault(StorageFault.Unavailable, "The process is dead.");
        }

        if (server.Faults.OfOpening() is { } fault)
        {
            throw server.Trace.Added(fault);
        }

        // A pooled one may date from before a restart, which shows when it is used.
        _life = process.TakePooled() ?? server.Life;
        Inner = server.Take();
        process.Opened(this);
    }

    public override Task OpenAsync(CancellationToken cancellationToken)
    {
        Open();
        return Task.CompletedTask;
    }

    /// <summary>Throws what the driver would, where the connection is dead or dies now.</summary>
    public void Use(SimulatedFault? fault)
    {
        if (_life != server.Life || _isLost || process.IsDead)
        {
            _isLost = true;
            throw new SimulatedFault(StorageFault.Unavailable, "The connection is dead.");
        }

        if (fault is not null)
        {
            _isLost = fault.Fault is StorageFault.Unavailable or StorageFault.Cancelled;
            throw server.Trace.Added(fault);
        }
    }

    public void Lose() => _isLost = true;

    /// <summary>Lets go of the connection underneath, which now belongs to a transaction that is not settled.</summary>
    public void LetGo() => Inner = null;

    public override void Close()
    {
        Transaction?.Dispose();
        process.Closed(this);
        if (Inner is not null)
        {
            server.GiveBack(Inner);
            Inner = null;
            if (!_isLost)
            {
                process.Pool(_life);
            }
        }
    }

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken)
    {
        await process.PassAsync();
        await server.TakeTurnAsync();
        if (process.IsDead)
        {
            server.GiveTurnBack();
            await SimulatedProcess.HangAsync();
        }

        try
        {
            Use(server.Faults.OfSavepoint());
        }
        catch
        {
            server.GiveTurnBack();
            throw;
        }

        // Deferred, so that it sees what is committed when it first looks, and waits for no lock underneath.
        return Transaction = new SimulatedTransaction(this, Inner!.BeginTransaction(deferred: true));
    }

    protected override DbCommand CreateDbCommand() => Inner is { } inner
        ? new SimulatedCommand(this, inner.CreateCommand())
        : throw new SimulatedFault(StorageFault.Unavailable, "The connection is dead.");

    protected override void Dispose(bool disposing)
    {
        Close();
        base.Dispose(disposing);
    }
}
