using System.Data.Common;
using LoApi.Errors;
using LoApi.Payoffs;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Oracle;

/// <summary>Oracle has no lock timeout for DML: what the time of a statement does in its place.</summary>
public sealed class OracleLockTests(RecorderTestDatabase database) : IClassFixture<RecorderTestDatabase>
{
    [RecorderFact]
    public async Task Write_WithARowLockedBySomebodyElse_RefusesOnlyWhatNeedsIt()
    {
        await using var host = database.Open(null, ("Writers", "1"), ("LockTimeoutSeconds", "1"), ("CommandTimeoutSeconds", "2"));
        var payoff = Sample.Payoff();
        Assert.Equal(WriteResult.Committed, await host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))));
        await using var somebody = await host.Database.OpenAsync(CancellationToken.None);
        await using var transaction = await somebody.BeginTransactionAsync();
        await LockAsync(somebody, transaction, payoff);

        // The others gather while the writer waits for the row; among them one that needs it too.
        var refused = new List<Task<WriteResult>> { UpdateAsync(host, payoff) };
        var written = Enumerable.Range(0, 10).Select(_ => host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff())))).ToList();
        refused.Add(UpdateAsync(host, payoff));

        foreach (var each in refused)
        {
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => each);
        }

        Assert.All(await Task.WhenAll(written), result => Assert.Equal(WriteResult.Committed, result));
        await transaction.RollbackAsync();
        Assert.Equal(WriteResult.Committed, await UpdateAsync(host, payoff));
    }

    private static async Task LockAsync(DbConnection connection, DbTransaction transaction, Payoff payoff)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"UPDATE PAYOFF SET id = id WHERE id = '{payoff.Id}'";
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private static Task<WriteResult> UpdateAsync(StorageHost host, Payoff payoff) =>
        host.Writer.WriteAsync(Sample.Changes(new PayoffUpdate(payoff with { Version = 2 }, 1)));
}
