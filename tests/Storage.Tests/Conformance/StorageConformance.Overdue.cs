using LoApi.Payoffs;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    // Before any date of the other tests: they share the database.
    private static readonly DateOnly LongAgo = new(1950, 6, 15);

    [DialectFact]
    public async Task ListOverdue_OfEachStatusAndDate_IsWhatAwaitsMoneyAfterItsDate()
    {
        var expected = new List<Guid>();
        foreach (var status in Enum.GetValues<PayoffStatus>())
        {
            foreach (var days in new[] { -1, 0, 1 })
            {
                var payoff = Sample.Payoff() with { Status = status, PayoffDate = LongAgo.AddDays(days) };
                await InsertAsync(payoff);
                if (days < 0 && status is PayoffStatus.Received or PayoffStatus.Scheduled or PayoffStatus.Quoted)
                {
                    expected.Add(payoff.Id!.Value);
                }
            }
        }

        var overdue = await Host.Overdue.ListAsync(LongAgo, 1_000);
        Assert.Equal(expected.Order(), overdue.Order());
        Assert.Equal(overdue.Take(2), await Host.Overdue.ListAsync(LongAgo, 2));

        // What was expired is not met again.
        var first = (await Host.Payoffs.FindAsync(overdue[0]))!;
        var expire = new PayoffUpdate(first with { Status = PayoffStatus.Expired, Version = 2 }, ExpectedVersion: 1);
        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(expire)));
        Assert.Equal(overdue.Skip(1), await Host.Overdue.ListAsync(LongAgo, 1_000));
    }
}
