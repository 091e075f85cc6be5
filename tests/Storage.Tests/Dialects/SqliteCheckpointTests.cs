using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>What SQLite keeps in its write-ahead log, and when it begins it anew.</summary>
public sealed class SqliteCheckpointTests(SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task Checkpoint_OfALongLog_LetsTheNextWriteBeginItAnew()
    {
        using var checkpoints = new SqliteCheckpoints(database.Host.Database, TimeProvider.System, NullLogger<SqliteCheckpoints>.Instance);
        var log = new FileInfo(new SqliteConnectionStringBuilder(database.Host.ConnectionString).DataSource + "-wal");
        for (var batch = 0; log.Length < 5 * 1024 * 1024; batch++)
        {
            Assert.True(batch < 100);
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => InsertAsync()));
            log.Refresh();
        }

        await checkpoints.CheckpointAsync();
        await InsertAsync();

        Assert.InRange(await PagesAsync(), 1, 100);
    }

    [Fact]
    public async Task Checkpoint_WhileSomebodyWrites_WaitsForItsTurnAndLosesNothing()
    {
        using var checkpoints = new SqliteCheckpoints(database.Host.Database, TimeProvider.System, NullLogger<SqliteCheckpoints>.Instance);
        var payoffs = Enumerable.Range(0, 500).Select(_ => Sample.Payoff()).ToArray();

        var writes = payoffs.Select(payoff => database.Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff)))).ToArray();
        await Task.WhenAll([.. writes, checkpoints.CheckpointAsync()]);

        foreach (var payoff in payoffs)
        {
            Assert.Equal(payoff, await database.Host.Payoffs.FindAsync(payoff.Id!.Value));
        }
    }

    private Task<WriteResult> InsertAsync() => database.Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff())));

    private async Task<long> PagesAsync()
    {
        await using var connection = await database.Host.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return row.GetInt64(1);
    }
}
