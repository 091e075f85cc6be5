using System.Data;
using System.Data.Common;
using LoApi.Storage.Sql;
using Microsoft.Data.Sqlite;

namespace LoApi.Reliability.Tests.Simulation.Database;

/// <summary>A transaction, whose commit may come to anything.</summary>
internal sealed class SimulatedTransaction : DbTransaction
{
    private readonly SimulatedConnection _connection;
    private readonly SqliteConnection _innerConnection;
    private SqliteTransaction? _inner;
    private bool _hasTurn = true;

    public SimulatedTransaction(SimulatedConnection connection, SqliteTransaction inner)
    {
        _connection = connection;
        _innerConnection = connection.Inner!;
        _inner = inner;
        connection.Process.Begun(this);
    }

    public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

    public SqliteTransaction? Inner => _inner;

    protected override DbConnection DbConnection => _connection;

    private SimulatedServer Server => _connection.Server;

    public override void Commit() => throw new NotSupportedException();

    public override async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await _connection.Process.PassAsync();
        _connection.Use(null);
        var fate = Server.Faults.OfCommit();
        Server.Trace.Add($"commit: {fate}");
        switch (fate)
        {
            case CommitFate.Refused:
                Settle(commits: false);
                throw new SimulatedFault(StorageFault.Transient, "The commit was refused.");
            case CommitFate.Lost:
                Settle(commits: false);
                break;
            case CommitFate.Done or CommitFate.AnswerLost:
                Settle(commits: true);
                break;
            case CommitFate.DoneLater or CommitFate.UndoneLater:
                GoOnAlone(fate == CommitFate.DoneLater);
                break;
            case CommitFate.CrashBefore or CommitFate.CrashAfter:
                Settle(fate == CommitFate.CrashAfter);
                _connection.Process.Die();
                break;
        }

        // The answer takes a while, too.
        await _connection.Process.PassAsync();
        if (fate != CommitFate.Done)
        {
            _connection.Lose();
            throw new SimulatedFault(StorageFault.Unavailable, "The connection was lost after the commit was sent.");
        }
    }

    public override void Rollback() => Settle(commits: false);

    public override async Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        await _connection.Process.PassAsync();
        Settle(commits: false);
        _connection.Use(Server.Faults.OfRollback());
    }

    /// <summary>Ends it, one way or the other, unless it has ended.</summary>
    public void Settle(bool commits)
    {
        if (Interlocked.Exchange(ref _inner, null) is not { } inner)
        {
            return;
        }

        if (commits)
        {
            inner.Commit();
        }

        inner.Dispose();
        if (_hasTurn)
        {
            End();
        }
        else
        {
            Server.GiveBack(_innerConnection);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (_hasTurn)
        {
            Settle(commits: false);
        }

        base.Dispose(disposing);
    }

    /// <summary>The connection is lost, but the server has the commit and has not settled it yet.</summary>
    private void GoOnAlone(bool commits)
    {
        _connection.LetGo();
        End();
        Server.KeepPending(this, commits);
    }

    private void End()
    {
        _hasTurn = false;
        _connection.Transaction = null;
        _connection.Process.Ended(this);
        Server.GiveTurnBack();
    }
}
