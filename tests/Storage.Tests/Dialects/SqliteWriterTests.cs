using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>Who has the thread that SQLite is written from.</summary>
public sealed class SqliteWriterTests(SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task Writer_ThatAlwaysHasMoreToWrite_LetsOthersHaveItsThread()
    {
        await using var host = database.Open(null, ("MaxWriteBatch", "1"));
        var writes = Enumerable.Range(0, 50).Select(_ => host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff())))).ToList();

        await writes[0];
        var waiting = await host.Database.Writer!.RunAsync(() => Task.FromResult(host.BatchingWriter.Waiting));

        Assert.NotEqual(0, waiting);
        Assert.All(await Task.WhenAll(writes), result => Assert.Equal(WriteResult.Committed, result));
    }
}
