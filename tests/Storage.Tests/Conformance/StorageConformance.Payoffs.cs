using LoApi.Lists;
using LoApi.Payoffs;
using LoApi.Storage.Lists;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task FindPayoff_Unknown_IsNull() => Assert.Null(await Host.Payoffs.FindAsync(Guid.NewGuid()));

    [DialectFact]
    public async Task FindPayoff_OfEveryMember_IsWhatWasWritten() => await AssertRoundTripAsync(Sample.FullPayoff());

    [DialectFact]
    public async Task FindPayoff_OfRequiredMembersOnly_IsWhatWasWritten() => await AssertRoundTripAsync(Sample.Payoff());

    [DialectFact]
    public async Task FindPayoff_OfEveryEnumMember_IsWhatWasWritten()
    {
        foreach (var status in Enum.GetValues<PayoffStatus>())
        {
            await AssertRoundTripAsync(Sample.Payoff() with { Status = status });
        }

        foreach (var reason in Enum.GetValues<PayoffReason>())
        {
            await AssertRoundTripAsync(Sample.Payoff() with { Reason = reason });
        }
    }

    [DialectFact]
    public async Task FindPayoff_OfLongestUnicodeText_IsWhatWasWritten()
    {
        // Four bytes each in UTF-8, two UTF-16 units: fifty of them are one hundred characters of .NET.
        var astral = string.Concat(Enumerable.Repeat("\U0001D11E", 50));
        var wide = new string('長', 100);
        await AssertRoundTripAsync(Sample.FullPayoff() with
        {
            Contact = new Contact { Name = astral, Phone = new string('5', 30), Email = new string('é', 242) + "@example.com" },
            Escrow = new Escrow { Company = wide, Contact = "Zoë O'Hara; -- \"quoted\" :id \\ %_", Phone = " padded " },
            PropertyAddress = Sample.Address(wide) with { City = new string('ß', 60), State = new string('Ж', 40) },
        });
    }

    [DialectFact]
    public async Task FindPayoff_OfMoneyAtItsBounds_IsExact()
    {
        foreach (var amount in new[] { 0m, 0.01m, 0.10m, 1m, 9_007_199_254_740.93m, 9_999_999_999_999.99m })
        {
            var payoff = await AssertRoundTripAsync(Sample.Payoff() with { AmountType = AmountType.Partial, PrepaymentAmount = amount });
            Assert.Equal(amount, payoff.PrepaymentAmount);
        }
    }

    [DialectFact]
    public async Task FindPayoff_OfInstantsAtMicroseconds_IsExactAndUtc()
    {
        foreach (var ticks in new long[] { 0, 10, 100, 1_000_000, 9_999_990 })
        {
            var instant = new DateTimeOffset(2031, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(ticks);
            var payoff = await AssertRoundTripAsync(Sample.Payoff() with { CreatedAt = instant.ToOffset(TimeSpan.FromHours(-5)), UpdatedAt = instant });
            Assert.Equal(instant.Ticks, payoff.CreatedAt!.Value.Ticks);
            Assert.Equal(TimeSpan.Zero, payoff.CreatedAt.Value.Offset);
        }
    }

    [DialectFact]
    public async Task FindPayoff_OfDatesFarApart_IsWhatWasWritten() =>
        await AssertRoundTripAsync(Sample.Payoff() with { NoticeReceivedDate = new DateOnly(1900, 1, 1), PayoffDate = new DateOnly(9999, 12, 31) });

    [DialectFact]
    public async Task FindOpenPayoff_OfEachStatus_IsThereWhileItIsOpen()
    {
        PayoffStatus[] open = [PayoffStatus.Received, PayoffStatus.Scheduled, PayoffStatus.Quoted, PayoffStatus.Funded];
        foreach (var status in Enum.GetValues<PayoffStatus>())
        {
            var payoff = await InsertAsync(Sample.Payoff() with { Status = status });

            Assert.Equal(open.Contains(status) ? payoff : null, await Host.Payoffs.FindOpenAsync(payoff.SbaLoanNumber!));
        }
    }

    [DialectFact]
    public async Task ListPayoffs_NewestFirst_TiesById()
    {
        var user = await ImportUserAsync();
        var location = user.Locations[0].LocationId;
        var payoffs = Enumerable.Range(0, 12)
            .Select(i => Sample.Payoff(null, location) with { CreatedAt = Sample.Instant.AddMicroseconds(i / 4) })
            .ToArray();
        foreach (var payoff in payoffs)
        {
            await InsertAsync(payoff);
        }

        var page = await Host.Payoffs.ListAsync(new PayoffQuery(user.Id, ListRequests.Payoffs(500, null)));

        Assert.Null(page.Last);
        Assert.Equal(
            payoffs.OrderByDescending(payoff => payoff.CreatedAt).ThenBy(payoff => payoff.Id!.Value.ToString("D"), StringComparer.Ordinal),
            page.Items);
    }

    [DialectFact]
    public async Task ListPayoffs_PageByPage_IsTheWholeList()
    {
        var user = await ImportUserAsync();
        var location = user.Locations[0].LocationId;
        for (var i = 0; i < 12; i++)
        {
            await InsertAsync(Sample.Payoff(null, location) with { CreatedAt = Sample.Instant.AddMicroseconds(i / 5) });
        }

        var whole = await Host.Payoffs.ListAsync(new PayoffQuery(user.Id, ListRequests.Payoffs(12, null)));
        foreach (var limit in new[] { 1, 5, 6, 11 })
        {
            Assert.Equal(whole.Items, await WalkAsync(user.Id, limit));
        }

        Assert.Null(whole.Last);
    }

    [DialectFact]
    public async Task ListPayoffs_WhilePayoffsAreInserted_ReturnsThoseOfTheStartOnce()
    {
        var user = await ImportUserAsync();
        var location = user.Locations[0].LocationId;
        var start = new List<Guid>();
        for (var i = 0; i < 20; i++)
        {
            var payoff = Sample.Payoff(null, location) with { CreatedAt = Sample.Instant.AddMicroseconds(i) };
            start.Add((await InsertAsync(payoff)).Id!.Value);
        }

        var seen = new List<Guid>();
        Keyset? after = null;
        do
        {
            var page = await Host.Payoffs.ListAsync(new PayoffQuery(user.Id, ListRequests.Payoffs(3, after)));
            seen.AddRange(page.Items.Select(payoff => payoff.Id!.Value));
            after = page.Last;

            // In front of what was read, behind it, and at the very place.
            foreach (var offset in new[] { 1_000, -1_000, 0 })
            {
                await InsertAsync(Sample.Payoff(null, location) with { CreatedAt = page.Items[^1].CreatedAt!.Value.AddMicroseconds(offset) });
            }
        }
        while (after is not null && seen.Count < 200);

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(start.Order(), seen.Intersect(start).Order());
    }

    [DialectFact]
    public async Task ListPayoffs_OfAUser_AreThoseOfItsLocationsOnly()
    {
        var user = await ImportUserAsync();
        var other = await ImportUserAsync();
        var mine = await InsertAsync(Sample.Payoff(null, user.Locations[0].LocationId));
        await InsertAsync(Sample.Payoff(null, other.Locations[0].LocationId));

        var page = await Host.Payoffs.ListAsync(new PayoffQuery(user.Id, ListRequests.Payoffs(50, null)));

        Assert.Equal(mine, Assert.Single(page.Items));
        Assert.Empty((await Host.Payoffs.ListAsync(new PayoffQuery("nobody", ListRequests.Payoffs(50, null)))).Items);
    }

    [DialectFact]
    public async Task ListPayoffs_WithAKeysetOfAnotherList_Throws()
    {
        Keyset[] keysets = [new([]), new(["1"]), new(["2027-01-31", Guid.NewGuid().ToString()]), new(["2027-01-31T15:04:05.123456Z", "x"]), new(["a", "b", "c"])];
        foreach (var keyset in keysets)
        {
            await Assert.ThrowsAsync<InvalidKeysetException>(() => Host.Payoffs.ListAsync(new PayoffQuery("1", ListRequests.Payoffs(50, keyset))));
        }
    }

    [DialectFact]
    public async Task ListPayoffs_WithALimitOutOfRange_Throws()
    {
        foreach (var limit in new[] { 0, -1, 501 })
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Host.Payoffs.ListAsync(new PayoffQuery("1", ListRequests.Payoffs(limit, null))));
        }
    }

    private async Task<List<Payoff>> WalkAsync(string userId, int limit)
    {
        var seen = new List<Payoff>();
        Keyset? after = null;
        do
        {
            var page = await Host.Payoffs.ListAsync(new PayoffQuery(userId, ListRequests.Payoffs(limit, after)));
            Assert.InRange(page.Items.Length, 1, limit);
            seen.AddRange(page.Items);
            after = page.Last;
        }
        while (after is not null && seen.Count < 100);
        return seen;
    }

    private async Task<Payoff> AssertRoundTripAsync(Payoff payoff)
    {
        await InsertAsync(payoff);
        var found = await Host.Payoffs.FindAsync(payoff.Id!.Value);
        Assert.Equal(payoff, found);
        return found!;
    }

    private async Task<Payoff> InsertAsync(Payoff payoff)
    {
        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))));
        return payoff;
    }
}
