using LoApi.Fixtures;
using LoApi.Payoffs;
using LoApi.Storage.Audit;
using LoApi.Storage.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>Batches as they are put together, with what two of their change sets or the database already have.</summary>
public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task WriteBatch_WithATakenLoan_RefusesThatOneWithoutReplayingTheOthers()
    {
        var taken = await InsertAsync(Sample.Payoff());
        Payoff[] payoffs = [Sample.Payoff(), Sample.Payoff(taken.SbaLoanNumber), Sample.Payoff() with { Id = taken.Id }, Sample.Payoff()];

        await AssertAtOnceAsync(
            [WriteResult.Committed, WriteResult.UniqueConflict, WriteResult.UniqueConflict, WriteResult.Committed],
            [.. payoffs.Select(payoff => Sample.Changes(new PayoffInsert(payoff)))]);

        Assert.Equal(payoffs[3], await Host.Payoffs.FindAsync(payoffs[3].Id!.Value));
        Assert.Null(await Host.Payoffs.FindAsync(payoffs[1].Id!.Value));
    }

    [DialectFact]
    public async Task WriteBatch_WithASpentToken_RefusesThoseThatUseItWithoutReplayingTheOthers()
    {
        var (client, spent, fresh) = (Sample.ClientId(), Sample.Token(), Sample.Token());
        Assert.Equal(WriteResult.Committed, await SpendAsync(client, spent));
        Payoff[] payoffs = [.. Enumerable.Range(0, 5).Select(_ => Sample.Payoff())];

        await AssertAtOnceAsync(
            [WriteResult.UniqueConflict, WriteResult.Committed, WriteResult.UniqueConflict, WriteResult.Committed, WriteResult.Committed],
            Sample.Changes(new PayoffInsert(payoffs[0]), new TokenSpend(client, spent)),
            Sample.Changes(new PayoffInsert(payoffs[1]), new TokenSpend(client, fresh)),
            Sample.Changes(new PayoffInsert(payoffs[2]), new TokenSpend(client, fresh)),
            Sample.Changes(new PayoffInsert(payoffs[3]), new TokenSpend(Sample.ClientId(), spent)),
            Sample.Changes(new PayoffInsert(payoffs[4])));

        Assert.Null(await Host.Payoffs.FindAsync(payoffs[0].Id!.Value));
        Assert.Null(await Host.Payoffs.FindAsync(payoffs[2].Id!.Value));
        Assert.Equal(payoffs[4], await Host.Payoffs.FindAsync(payoffs[4].Id!.Value));
    }

    [DialectFact]
    public async Task WriteBatch_WithOneThatIsTakenItself_LeavesWhatItClaimsToTheOthers()
    {
        // A repeat of a request whose payoff was cancelled since, before a new request for the same loan.
        var cancelled = await InsertAsync(Sample.Payoff());
        await UpdateAsync(cancelled with { Status = PayoffStatus.Cancelled, Version = 2 }, 1);
        var (another, late) = (Sample.Payoff(cancelled.SbaLoanNumber), Sample.Payoff(cancelled.SbaLoanNumber));

        await AssertAtOnceAsync(
            [WriteResult.UniqueConflict, WriteResult.Committed, WriteResult.UniqueConflict],
            Sample.Changes(new PayoffInsert(cancelled)),
            Sample.Changes(new PayoffInsert(another)),
            Sample.Changes(new PayoffInsert(late)));

        Assert.Equal(another, await Host.Payoffs.FindOpenAsync(cancelled.SbaLoanNumber!));
    }

    [DialectFact]
    public async Task WriteBatch_WithAnUpdateOfAnotherVersionAmongOtherStatements_RefusesThatOne()
    {
        // The audit entry is written before the row that is not as expected, the token after it.
        var (there, other, token, fresh) = (await InsertAsync(Sample.Payoff()), Sample.Payoff(), Sample.Token(), Sample.Token());
        var client = Sample.ClientId();
        var stale = Sample.Changes(new PayoffUpdate(there with { Version = 3 }, 2), new TokenSpend(client, token));
        PendingWrite[] batch =
        [
            new(stale, submittedAt: 0),
            new(Sample.Changes(new PayoffInsert(other), new TokenSpend(client, fresh)), submittedAt: 0),
        ];

        await new BatchCommit(Host.Database, new AuditSignal(), TimeProvider.System, NullLogger.Instance).WriteAsync(batch);

        Assert.Equal([WriteResult.VersionConflict, WriteResult.Committed], await Task.WhenAll(batch.Select(write => write.Outcome)));
        Assert.Equal(there, await Host.Payoffs.FindAsync(there.Id!.Value));
        Assert.Equal(other, await Host.Payoffs.FindAsync(other.Id!.Value));
        Assert.Null(await Host.SpentTokens.FindWriteAsync(client, token.Id));
        Assert.NotNull(await Host.SpentTokens.FindWriteAsync(client, fresh.Id));
    }

    /// <summary>Writes change sets as one batch, and holds that it was never undone.</summary>
    private async Task AssertAtOnceAsync(WriteResult[] expected, params ChangeSet[] sets)
    {
        using var logs = new CapturedLogs(LogLevel.Trace);
        PendingWrite[] batch = [.. sets.Select(set => new PendingWrite(set, submittedAt: 0))];

        await new BatchCommit(Host.Database, new AuditSignal(), TimeProvider.System, logs.CreateLogger("writer")).WriteAsync(batch);

        Assert.All(batch, write => Assert.True(write.Outcome.IsCompletedSuccessfully));
        Assert.Equal(expected, await Task.WhenAll(batch.Select(write => write.Outcome)));
        Assert.Empty(logs.Entries);
    }
}
