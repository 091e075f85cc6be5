using System.Data.Common;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Payoffs;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;
using Npgsql;

namespace LoApi.Storage.Tests.Failures;

/// <summary>What becomes of a batch when a server that answers refuses it for a moment, or somebody else is in its way.</summary>
public sealed class PostgreSqlLockTests(PostgreSqlTestDatabase database) : IClassFixture<PostgreSqlTestDatabase>
{
    [Fact]
    public async Task Write_WithARowLockedBySomebodyElse_RefusesOnlyWhatNeedsIt()
    {
        await using var host = database.Open(null, ("Writers", "1"), ("LockTimeoutSeconds", "1"));
        var (first, second) = (await InsertAsync(host), await InsertAsync(host));
        await using var somebody = await LockAsync(first, second);

        // The others gather while the writer waits for the first row.
        var refused = new List<Task<WriteResult>> { UpdateAsync(host, first) };
        var written = new List<Task<WriteResult>>();
        for (var i = 0; i < 40; i++)
        {
            written.Add(host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff()))));
            if (i == 20)
            {
                refused.Add(UpdateAsync(host, second));
            }
        }

        foreach (var each in refused)
        {
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => each);
        }

        Assert.All(await Task.WhenAll(written), result => Assert.Equal(WriteResult.Committed, result));
        await somebody.DisposeAsync();
        Assert.Equal(WriteResult.Committed, await UpdateAsync(host, first));
        Assert.Equal(WriteResult.Committed, await UpdateAsync(host, second));
    }

    [Fact]
    public async Task Write_BehindATransactionThatTakesLong_IsTakenByAnotherWriter()
    {
        var time = new FakeTimeProvider();
        await using var host = database.Open(time, ("Writers", "2"));
        var locked = await InsertAsync(host);
        await using var somebody = await LockAsync(locked);
        var blocked = await BlockAsync(host, locked);

        var written = host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff())));
        time.Advance(BatchingChangeWriter.HelpAfter - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, host.BatchingWriter.Waiting);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(WriteResult.Committed, await written);
        Assert.False(blocked.IsCompleted);
        await somebody.DisposeAsync();
        Assert.Equal(WriteResult.Committed, await blocked);
    }

    [Fact]
    public async Task Stop_WithAWriterThatTakesLong_HasTheOtherWriteWhatWaits()
    {
        await using var host = database.Open(new FakeTimeProvider(), ("Writers", "2")); // Whose clock stands still.
        var locked = await InsertAsync(host);
        await using var somebody = await LockAsync(locked);
        var blocked = await BlockAsync(host, locked);

        var written = host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff())));
        var stopped = host.BatchingWriter.StopAsync(CancellationToken.None);

        Assert.Equal(WriteResult.Committed, await written);
        await somebody.DisposeAsync();
        await stopped;
        Assert.Equal(WriteResult.Committed, await blocked);
    }

    [Theory]
    [InlineData("40001", 1)]
    [InlineData("40P01", 1)]
    [InlineData("40001", 30)]
    [InlineData("40P01", 30)]
    public async Task Write_RefusedOnceForAConflictBetweenTransactions_IsCommitted(string state, int count)
    {
        await using var host = database.Open(null, ("Writers", "1"));
        await using var trigger = await RefuseOnceAsync(state);

        var writes = Enumerable.Range(0, count).Select(_ => host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff())))).ToArray();

        Assert.All(await Task.WhenAll(writes), result => Assert.Equal(WriteResult.Committed, result));
    }

    [Fact]
    public async Task Write_WithItsConnectionLostInTheMiddle_IsCommittedOverAnother()
    {
        await using var host = database.Open(null, ("Writers", "1"));
        var (first, second) = (await InsertAsync(host), await InsertAsync(host));
        await using var somebody = await LockAsync(first);

        Task<WriteResult>[] writes = [UpdateAsync(host, second), UpdateAsync(host, first), host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff())))];
        await TerminateWhoWaitsAsync();
        await somebody.DisposeAsync();

        Assert.All(await Task.WhenAll(writes), result => Assert.Equal(WriteResult.Committed, result));
        Assert.Equal(2, (await host.Payoffs.FindAsync(first.Id!.Value))!.Version);
    }

    [Theory]
    [InlineData("2", "10s")]
    [InlineData("25", "25s")]
    public async Task Session_OfTheService_IsNotLeftIdleInATransaction(string commandTimeout, string idle)
    {
        await using var host = database.Open(null, ("CommandTimeoutSeconds", commandTimeout));
        await using var connection = await host.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "SHOW idle_in_transaction_session_timeout";
        Assert.Equal(idle, await command.ExecuteScalarAsync());
    }

    /// <summary>A change that a writer has begun, and that waits for a lock.</summary>
    private static async Task<Task<WriteResult>> BlockAsync(StorageHost host, Payoff locked)
    {
        var blocked = UpdateAsync(host, locked);
        while (host.BatchingWriter.Waiting > 0)
        {
            await Task.Yield();
        }

        return blocked;
    }

    private static async Task<Payoff> InsertAsync(StorageHost host)
    {
        var payoff = Sample.Payoff();
        Assert.Equal(WriteResult.Committed, await host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))));
        return payoff;
    }

    private static Task<WriteResult> UpdateAsync(StorageHost host, Payoff payoff) =>
        host.Writer.WriteAsync(Sample.Changes(new PayoffUpdate(payoff with { Version = 2 }, 1)));

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A session that holds rows until it is disposed of.</summary>
    private async Task<DbConnection> LockAsync(params Payoff[] payoffs)
    {
        var connection = await ConnectAsync();
        await ExecuteAsync(connection, "BEGIN");
        await ExecuteAsync(connection, $"SELECT id FROM PAYOFF WHERE id IN ({string.Join(", ", payoffs.Select(payoff => $"'{payoff.Id}'"))}) FOR UPDATE");
        return connection;
    }

    /// <summary>The next insert of a payoff is refused with this SQLSTATE; what a sequence gives is not rolled back.</summary>
    private async Task<IAsyncDisposable> RefuseOnceAsync(string state)
    {
        var connection = await ConnectAsync();
        await ExecuteAsync(
            connection,
            $"""
            CREATE SEQUENCE refusals;
            CREATE FUNCTION refuse_once() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF nextval('refusals') = 1 THEN
                RAISE EXCEPTION 'for once' USING ERRCODE = '{state}';
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER refuse_once BEFORE INSERT ON PAYOFF FOR EACH ROW EXECUTE FUNCTION refuse_once();
            """);
        return new Undo(connection, "DROP TRIGGER refuse_once ON PAYOFF; DROP FUNCTION refuse_once; DROP SEQUENCE refusals");
    }

    private async Task TerminateWhoWaitsAsync()
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(
            "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
            connection);
        var deadline = TimeProvider.System.GetTimestamp();
        while ((long)(await command.ExecuteScalarAsync())! == 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(30), "Nobody waits for the lock.");
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(database.Host.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private sealed class Undo(NpgsqlConnection connection, string sql) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await ExecuteAsync(connection, sql);
            await connection.DisposeAsync();
        }
    }
}
