using LoApi.Payoffs;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task TakenKeys_OfAnIdOrALoanThatARowHas_AreFound()
    {
        var there = await InsertAsync(Sample.Payoff());
        var closed = await InsertAsync(Sample.Payoff());
        await UpdateAsync(closed with { Status = PayoffStatus.Cancelled, Version = 2 }, 1);

        await AssertTakenAsync(
            (Sample.Payoff(), false),
            (Sample.Payoff() with { Id = there.Id }, true),
            (Sample.Payoff(there.SbaLoanNumber), true),
            (Sample.Payoff(closed.SbaLoanNumber), false),
            (Sample.Payoff() with { Id = closed.Id }, true));
    }

    [DialectFact]
    public async Task TakenKeys_ThatOneBeforeItInTheBatchClaims_AreFound()
    {
        var first = Sample.Payoff();

        await AssertTakenAsync(
            (first, false),
            (Sample.Payoff() with { Id = first.Id }, true),
            (Sample.Payoff(first.SbaLoanNumber), true),
            (Sample.Payoff(), false));
    }

    [DialectFact]
    public async Task TakenKeys_OfMoreThanAStatementAsksFor_AreFound()
    {
        var there = await InsertAsync(Sample.Payoff());
        var batch = Enumerable.Range(0, 300).Select(_ => (Sample.Payoff(), false)).Append((Sample.Payoff(there.SbaLoanNumber), true));

        await AssertTakenAsync([.. batch]);
    }

    private async Task AssertTakenAsync(params (Payoff Payoff, bool IsTaken)[] expected)
    {
        PendingWrite[] batch = [.. expected.Select(one => new PendingWrite(Sample.Changes(new PayoffInsert(one.Payoff)), submittedAt: 0))];

        await using var transaction = await ChangeTransaction.BeginAsync(Host.Database);
        var taken = await TakenKeys.FindAsync(transaction, batch);

        Assert.Equal(expected.Select(one => one.IsTaken), batch.Select(taken.Contains));
    }
}
