using LoApi.Errors;
using LoApi.Payoffs;
using LoApi.Storage.Audit;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Failures;

/// <summary>A commit that is done and whose answer is lost: the writer finds out.</summary>
public sealed class LostCommitTests(PostgreSqlTestDatabase postgres) : IClassFixture<PostgreSqlTestDatabase>
{
    [Fact]
    public async Task Write_WhoseCommitsAnswerIsLost_IsFoundCommitted()
    {
        await using var lossy = new Lossy(postgres);
        foreach (var chained in new[] { false, true })
        {
            var payoff = await lossy.InsertAsync();
            lossy.Proxy.CutCommit(after: () => chained ? lossy.DrainAsync() : Task.CompletedTask);

            var changes = Sample.Changes(new PayoffUpdate(payoff with { Version = 2 }, 1));
            Assert.Equal(WriteResult.Committed, await lossy.Host.Writer.WriteAsync(changes));

            Assert.Equal(chained ? 2 : 1, lossy.Proxy.Cut);
            Assert.Equal(2, (await postgres.Host.Payoffs.FindAsync(payoff.Id!.Value))!.Version);
            await lossy.DrainAsync();
            Assert.NotNull(await postgres.Host.Audit.FindAsync(changes.Audit.ChangeId));
        }

        Assert.Equal(0, (await postgres.Host.Audit.BacklogAsync()).Count);
        Assert.Empty((await postgres.Host.Verification.VerifyAsync(AuditRange.All)).Findings);
    }

    [Fact]
    public async Task Write_OfABatchWhoseCommitsAnswerIsLost_IsFoundCommittedBesideWhatWasRefused()
    {
        await using var lossy = new Lossy(postgres);
        var taken = await lossy.InsertAsync();
        Payoff[] payoffs = [.. Enumerable.Range(0, 100).Select(i => i % 10 == 3 ? Sample.Payoff(taken.SbaLoanNumber) : Sample.Payoff())];
        await using var barrier = await WriteBarrier.RaiseAsync(postgres.Host);
        var blocked = lossy.Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff(barrier.LoanNumber))));
        while (lossy.Host.BatchingWriter.Waiting > 0)
        {
            await Task.Yield(); // It has a transaction of its own before the others come.
        }

        var writes = payoffs.Select(payoff => lossy.Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff)))).ToArray();
        lossy.Proxy.CutCommit(number: 2); // The first is that of the blocked one.
        await barrier.LowerAsync();

        Assert.Equal(WriteResult.Committed, await blocked);
        var results = await Task.WhenAll(writes);
        for (var i = 0; i < results.Length; i++)
        {
            Assert.Equal(i % 10 == 3 ? WriteResult.UniqueConflict : WriteResult.Committed, results[i]);
            Assert.Equal(i % 10 != 3, await postgres.Host.Payoffs.FindAsync(payoffs[i].Id!.Value) is not null);
        }

        Assert.Equal(1, lossy.Proxy.Cut);
    }

    [Fact]
    public async Task Write_WhoseCommitsAnswerIsLostAndTheDatabaseWithIt_IsOfUnknownOutcome()
    {
        await using var lossy = new Lossy(postgres, ("OutcomeTimeoutSeconds", "1"));
        var payoff = await lossy.InsertAsync();
        lossy.Proxy.CutCommit(after: () => lossy.Proxy.DisposeAsync().AsTask());

        var write = lossy.Host.Writer.WriteAsync(Sample.Changes(new PayoffUpdate(payoff with { Version = 2 }, 1)));

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => write);
        Assert.Equal(2, (await postgres.Host.Payoffs.FindAsync(payoff.Id!.Value))!.Version);
    }

    [Fact]
    public async Task Write_WhoseCommitsAnswerIsLostAndCannotBeLookedFor_IsOfUnknownOutcome()
    {
        await using var lossy = new Lossy(postgres);
        var payoff = await lossy.InsertAsync();
        try
        {
            lossy.Proxy.CutCommit(after: () => ExecuteAsync("ALTER TABLE AUDIT_RECORD RENAME TO AUDIT_RECORD_AWAY"));

            var write = lossy.Host.Writer.WriteAsync(Sample.Changes(new PayoffUpdate(payoff with { Version = 2 }, 1)));

            await Assert.ThrowsAsync<OutcomeUnknownException>(() => write);
        }
        finally
        {
            await ExecuteAsync("ALTER TABLE AUDIT_RECORD_AWAY RENAME TO AUDIT_RECORD");
        }

        Assert.Equal(2, (await postgres.Host.Payoffs.FindAsync(payoff.Id!.Value))!.Version);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = postgres.Host.Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Lossy : IAsyncDisposable
    {
        private readonly PostgreSqlTestDatabase _postgres;

        public Lossy(PostgreSqlTestDatabase postgres, params (string Name, string Value)[] settings)
        {
            _postgres = postgres;
            Proxy = new(postgres.Host.ConnectionString);
            Host = StorageHost.Create(StorageProvider.PostgreSql, Proxy.ConnectionString, null, [("Writers", "1"), .. settings]);
        }

        public CuttingProxy Proxy { get; }

        public StorageHost Host { get; }

        public async Task<Payoff> InsertAsync()
        {
            var payoff = Sample.Payoff();
            Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))));
            return payoff;
        }

        /// <summary>Chains all that waits, past the proxy.</summary>
        public async Task DrainAsync()
        {
            for (var partition = 0; partition < LoApi.Audit.AuditPartition.Count; partition++)
            {
                while ((await _postgres.Host.Chain.AppendAsync(partition)).Count > 0)
                {
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await Proxy.DisposeAsync();
        }
    }
}
