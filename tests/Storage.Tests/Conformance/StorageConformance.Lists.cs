using System.Globalization;
using LoApi.Json;
using LoApi.Lists;
using LoApi.Locations;
using LoApi.Payoffs;
using LoApi.Storage.Importing;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    private static readonly (string Member, Func<Payoff, string> Text)[] PayoffMembers =
    [
        ("created_at", payoff => payoff.CreatedAt!.Value.UtcDateTime.ToString(InstantJsonConverter.Format, CultureInfo.InvariantCulture)),
        ("payoff_date", payoff => payoff.PayoffDate!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("status", payoff => Code<PayoffStatus>.Of(payoff.Status!.Value)),
        ("location_id", payoff => payoff.LocationId!),
        ("requested_by", payoff => payoff.RequestedBy!),
        ("sba_loan_number", payoff => payoff.SbaLoanNumber!),
        ("id", payoff => payoff.Id!.Value.ToString("D")),
    ];

    [DialectFact]
    public async Task ListPayoffs_SortedByAnyMember_IsTheOrderOfItsTextPageByPage()
    {
        var (user, payoffs) = await ImportVariedPayoffsAsync();
        foreach (var (member, text) in PayoffMembers)
        {
            foreach (var descending in new[] { false, true })
            {
                SortMember[] sort = member == "id" ? [new("id", descending)] : [new(member, descending), ListRequests.Id];
                var ordered = descending
                    ? payoffs.OrderByDescending(text, StringComparer.Ordinal)
                    : payoffs.OrderBy(text, StringComparer.Ordinal);
                var expected = ordered.ThenBy(payoff => payoff.Id!.Value.ToString("D"), StringComparer.Ordinal);
                Assert.Equal(expected, await WalkAsync(user, [], sort, limit: 4));
            }
        }
    }

    [DialectFact]
    public async Task ListPayoffs_SortedByThreeMembers_IsInThatOrderPageByPage()
    {
        var (user, payoffs) = await ImportVariedPayoffsAsync();
        var expected = payoffs
            .OrderBy(payoff => payoff.PayoffDate)
            .ThenByDescending(payoff => payoff.CreatedAt)
            .ThenBy(payoff => payoff.Id!.Value.ToString("D"), StringComparer.Ordinal);
        Assert.Equal(expected, await WalkAsync(user, [], [new("payoff_date", false), new("created_at", true), ListRequests.Id], limit: 3));
    }

    [DialectFact]
    public async Task ListPayoffs_FilteredByAnyMember_AreThoseThatMeetIt()
    {
        var (user, payoffs) = await ImportVariedPayoffsAsync();
        foreach (var (member, text) in PayoffMembers.Where(known => known.Member != "id"))
        {
            var value = text(payoffs[5]);
            foreach (var (comparison, meets) in Comparisons(value, text(payoffs[2])))
            {
                var filter = new Filter(member, comparison, comparison == FilterOperator.In ? [value, text(payoffs[2])] : [value]);
                var found = await WalkAsync(user, [filter], [new("created_at", true), ListRequests.Id], limit: 5);
                Assert.True(
                    payoffs.Where(payoff => meets(text(payoff))).Select(payoff => payoff.Id).Order().SequenceEqual(found.Select(payoff => payoff.Id).Order()),
                    $"{member} {comparison} {value}");
            }
        }
    }

    [DialectFact]
    public async Task ListPayoffs_Counted_IsTheNumberOfAllThatMeetTheFilters()
    {
        var (user, payoffs) = await ImportVariedPayoffsAsync();
        var received = new Filter("status", FilterOperator.Equal, ["received"]);
        var first = await Host.Payoffs.ListAsync(new(user, new([received], [ListRequests.Id], new(2, After: null), Count: true)));
        var second = await Host.Payoffs.ListAsync(new(user, new([received], [ListRequests.Id], new(2, first.Last), Count: true)));
        var expected = new ListTotal(payoffs.Count(payoff => payoff.Status == PayoffStatus.Received), Capped: false);
        Assert.True(expected.Count > 2);
        Assert.Equal(expected, first.Total);
        Assert.Equal(expected, second.Total);
        Assert.Null((await Host.Payoffs.ListAsync(new(user, ListRequests.Payoffs(2, after: null)))).Total);
    }

    [DialectFact]
    public async Task ListLocations_FilteredByPrefix_ComparesInBinaryOrder()
    {
        var user = await ImportUserAsync();
        var ids = Enumerable.Range(0, 5).Select(_ => Sample.LocationId()).ToArray();
        string[] names = ["Oak", "Oak & Elm", "Oak\u00e9", "oak", "Oal"];
        Location[] locations = [.. ids.Zip(names, (id, name) => Sample.Location(id) with { PartnerName = name })];
        var member = Sample.User(user.Id, ids);
        await Host.Importer.ImportAsync(new ImportSet { Locations = locations, Users = [member] });

        var page = await Host.Locations.ListAsync(new(user.Id, new(
            [new("partner_name", FilterOperator.Prefix, ["Oak"])], [new("partner_name", Descending: true), ListRequests.Id], new(50, After: null), Count: true)));

        Assert.Equal(["Oak\u00e9", "Oak & Elm", "Oak"], page.Items.Select(location => location.PartnerName));
        Assert.Equal(3, page.Total!.Count);
    }

    [DialectFact]
    public async Task ListAnything_ByAMemberThatItDoesNotHave_Throws()
    {
        var unknown = new ListRequest([], [new("contact_name", Descending: false), ListRequests.Id], new(50, After: null), Count: false);
        await Assert.ThrowsAsync<ArgumentException>(() => Host.Payoffs.ListAsync(new("1", unknown)));
        await Assert.ThrowsAsync<ArgumentException>(() => Host.Locations.ListAsync(new("1", unknown)));
        await Assert.ThrowsAsync<ArgumentException>(() => Host.Users.ListAsync(new("1", "1", unknown)));
    }

    private static IEnumerable<(FilterOperator Comparison, Func<string, bool> Meets)> Comparisons(string value, string other) =>
    [
        (FilterOperator.Equal, text => text == value),
        (FilterOperator.Greater, text => string.CompareOrdinal(text, value) > 0),
        (FilterOperator.GreaterOrEqual, text => string.CompareOrdinal(text, value) >= 0),
        (FilterOperator.Less, text => string.CompareOrdinal(text, value) < 0),
        (FilterOperator.LessOrEqual, text => string.CompareOrdinal(text, value) <= 0),
        (FilterOperator.In, text => text == value || text == other),
    ];

    private async Task<(string UserId, Payoff[] Payoffs)> ImportVariedPayoffsAsync()
    {
        var user = await ImportUserAsync();
        PayoffStatus[] statuses = [PayoffStatus.Received, PayoffStatus.Scheduled, PayoffStatus.Received, PayoffStatus.Expired];
        var payoffs = new List<Payoff>();
        for (var i = 0; i < 14; i++)
        {
            payoffs.Add(await InsertAsync(Sample.Payoff(null, user.Locations[0].LocationId) with
            {
                CreatedAt = Sample.Instant.AddMicroseconds(i / 3),
                PayoffDate = new DateOnly(2027, 1, 1).AddDays(i % 5),
                Status = statuses[i % statuses.Length],
                RequestedBy = i % 2 == 0 ? "7" : "10",
            }));
        }

        return (user.Id, [.. payoffs]);
    }

    private async Task<List<Payoff>> WalkAsync(string userId, Filter[] filters, SortMember[] sort, int limit)
    {
        var seen = new List<Payoff>();
        Keyset? after = null;
        do
        {
            var page = await Host.Payoffs.ListAsync(new(userId, new([.. filters], [.. sort], new(limit, after), Count: false)));
            seen.AddRange(page.Items);
            after = page.Last;
        }
        while (after is not null && seen.Count < 100);
        return seen;
    }
}
