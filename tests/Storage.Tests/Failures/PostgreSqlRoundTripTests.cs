using LoApi.Storage.Audit;
using LoApi.Storage.Sql;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;
using Microsoft.Extensions.Logging.Abstractions;

namespace LoApi.Storage.Tests.Failures;

/// <summary>How often a transaction waits for an answer of PostgreSQL: a distant one's is what a write costs most.</summary>
public sealed class PostgreSqlRoundTripTests(PostgreSqlTestDatabase database) : IClassFixture<PostgreSqlTestDatabase>
{
    // The server plans a statement ahead once the driver has seen it this often; what is new takes its own round trips.
    private const int UntilPrepared = 5;

    [Fact]
    public async Task Transaction_ThatWritesSeveralTables_WaitsOnceForAllOfThemAndForItsCommit()
    {
        await using var proxy = new CuttingProxy(database.Host.ConnectionString);
        await using var host = database.Open(proxy.ConnectionString, time: null);
        await WriteAsync(host);

        var before = proxy.RoundTrips;
        await WriteAsync(host);

        Assert.Equal(2, proxy.RoundTrips - before);
    }

    [Theory]
    [InlineData(1, 2)] // Its rows and its commit.
    [InlineData(4, 3)] // Its keys as well.
    public async Task Batch_OfChangeSets_WaitsForWhatItWritesAndForItsCommit(int count, int roundTrips)
    {
        await using var proxy = new CuttingProxy(database.Host.ConnectionString);
        await using var host = database.Open(proxy.ConnectionString, time: null);
        var commit = new BatchCommit(host.Database, new AuditSignal(), TimeProvider.System, NullLogger.Instance);
        for (var i = 0; i < UntilPrepared; i++)
        {
            await commit.WriteAsync(Batch(count));
        }

        var before = proxy.RoundTrips;
        var batch = Batch(count);
        await commit.WriteAsync(batch);

        Assert.Equal(roundTrips, proxy.RoundTrips - before);
        Assert.All(await Task.WhenAll(batch.Select(write => write.Outcome)), result => Assert.Equal(WriteResult.Committed, result));
    }

    private static async Task WriteAsync(StorageHost host)
    {
        await using var transaction = await ChangeTransaction.BeginAsync(host.Database);
        Assert.True(await transaction.WriteAsync(Rows()));
        await transaction.CommitAsync();
    }

    private static IEnumerable<Row> Rows() => Batch(2).SelectMany(write => write.Rows);

    private static PendingWrite[] Batch(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new PendingWrite(
            Sample.Changes(new PayoffInsert(Sample.Payoff()), new TokenSpend(Sample.ClientId(), Sample.Token())), submittedAt: 0))];
}
