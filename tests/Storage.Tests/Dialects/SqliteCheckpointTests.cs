using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;
using Microsoft.Extensions.Logging.Abstractions;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>What SQLite keeps in its write-ahead log, and when it begins it anew.</summary>
public sealed class SqliteCheckpointTests(SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task Checkpoint_OfALongLog_LetsTheNextWriteBeginItAnew()
    {
        await using var host = await CreateAsync();
        using var checkpoints = Checkpoints(host);
        await LengthenAsync(host);

        await checkpoints.CheckpointAsync();
        await InsertAsync(host);

        Assert.InRange(await PagesAsync(host), 1, 100);
        Assert.Equal("ok", await ScalarAsync(host, "PRAGMA integrity_check"));
        Assert.Equal(70L * 1024 * 1024, await ScalarAsync(host, "SELECT LENGTH(content) FROM FILLER"));
    }

    [Fact]
    public async Task Checkpoint_OfALogThatIsCopied_TakesNobodysTurn()
    {
        await using var host = await CreateAsync();
        using var checkpoints = Checkpoints(host);
        await LengthenAsync(host);
        await checkpoints.CheckpointAsync();
        Assert.InRange(await PagesAsync(host), 16 * 1024, long.MaxValue); // As long as ever, until the next write.

        await using (await host.Database.OpenToWriteAsync())
        {
            Assert.True(checkpoints.CheckpointAsync().IsCompletedSuccessfully);
        }
    }

    [Fact]
    public async Task Checkpoint_WhileSomebodyWrites_WaitsForItsTurnAndCopiesTheRest()
    {
        await using var host = await CreateAsync();
        using var checkpoints = Checkpoints(host);
        await using var reader = await host.Database.OpenAsync(CancellationToken.None);
        await ExecuteAsync("BEGIN; SELECT COUNT(*) FROM PAYOFF"); // What is written from now on is not copied beside it.
        await LengthenAsync(host);

        Task checkpoint;
        await using (await host.Database.OpenToWriteAsync())
        {
            checkpoint = checkpoints.CheckpointAsync(); // Comes back where it waits: SQLite's driver never does.
            Assert.False(checkpoint.IsCompleted);
            await ExecuteAsync("ROLLBACK");
        }

        await checkpoint;
        await InsertAsync(host);
        Assert.InRange(await PagesAsync(host), 1, 100);

        async Task ExecuteAsync(string sql)
        {
            await using var command = reader.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static SqliteCheckpoints Checkpoints(StorageHost host) =>
        new(host.Database, TimeProvider.System, NullLogger<SqliteCheckpoints>.Instance);

    private static Task<WriteResult> InsertAsync(StorageHost host) =>
        host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff())));

    private static async Task<object?> ScalarAsync(StorageHost host, string sql)
    {
        await using var connection = await host.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Writes until the log is what counts as long.</summary>
    private static async Task LengthenAsync(StorageHost host)
    {
        await using var connection = await host.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE FILLER AS SELECT ZEROBLOB(70 * 1024 * 1024) AS content";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> PagesAsync(StorageHost host)
    {
        await using var connection = await host.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return row.GetInt64(1);
    }

    private async Task<StorageHost> CreateAsync()
    {
        var host = await database.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        return host;
    }
}
