using System.Net;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>
/// What lists hold, row by row, in the world of <see cref="AccessTable"/> with more payoffs: <c>{pa}</c>, <c>{a2}</c> and
/// <c>{a3}</c> of 9001, the second asked for by <c>uab</c> and the third cancelled; <c>{pb}</c> and <c>{b2}</c> of 9002, the
/// second asked for by <c>uab</c>; resource <c>{r}</c> and <c>{r2}</c> of the client <c>all</c>, <c>{o}</c> of another. Written
/// down from the contract, as that table is.
/// </summary>
public sealed class AccessListTests(AccessWorld world) : IClassFixture<AccessWorld>, IAsyncLifetime
{
    private const string AllPayoffs = "{pa} {a2} {a3} {pb} {b2}";

    public async Task InitializeAsync()
    {
        if (world.Path("{a2}") != "/api/v1{a2}")
        {
            return; // Another test did.
        }

        await world.AddPayoffAsync("{a2}", "uab", "9001");
        await world.AddPayoffAsync("{a3}", "ua", "9001");
        await world.AddPayoffAsync("{b2}", "uab", "9002");
        await world.AddResourceAsync("{r2}", "all");
        await world.AddResourceAsync("{o}", "resource:write");
        using var caller = world.Host.CreateBearer(world.Clients["all"].Sign("ua", "9001", world.Host.Clock));
        Assert.Equal(HttpStatusCode.OK, (await caller.DeleteAnswerAsync(world.Path("/payoffs/{a3}"), "\"1\"")).Status);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/payoffs", "{pa} {a2} {a3}", "{pb} {b2}", AllPayoffs)]
    [InlineData("/payoffs?status=received", "{pa} {a2}", "{pb} {b2}", "{pa} {a2} {pb} {b2}")]
    [InlineData("/payoffs?status[in]=received,cancelled", "{pa} {a2} {a3}", "{pb} {b2}", AllPayoffs)]
    [InlineData("/payoffs?location_id=9001", "{pa} {a2} {a3}", "", "{pa} {a2} {a3}")]
    [InlineData("/payoffs?location_id=9002", "", "{pb} {b2}", "{pb} {b2}")]
    [InlineData("/payoffs?location_id=9003", "", "", "")]
    [InlineData("/payoffs?location_id[in]=9001,9002,9003", "{pa} {a2} {a3}", "{pb} {b2}", AllPayoffs)]
    [InlineData("/payoffs?requested_by=uab", "{a2}", "{b2}", "{a2} {b2}")]
    [InlineData("/payoffs?requested_by=ub", "", "{pb}", "{pb}")]
    [InlineData("/payoffs?requested_by=ua&status=cancelled", "{a3}", "", "{a3}")]
    [InlineData("/payoffs?payoff_date[gte]=2027-01-01&sort=payoff_date,id", "{pa} {a2} {a3}", "{pb} {b2}", AllPayoffs)]
    [InlineData("/payoffs?payoff_date[gt]=2027-02-02", "", "", "")]
    [InlineData("/locations", "9001", "9002", "9001 9002")]
    [InlineData("/locations?type=branch&sort=-name", "9001", "9002", "9001 9002")]
    [InlineData("/locations?active=false", "", "", "")]
    [InlineData("/users?location-id=9001", "ua uab uoff", null, "ua uab uoff")]
    [InlineData("/users?location-id=9002", null, "ub uab", "ub uab")]
    [InlineData("/users?location-id=9001&active=true", "ua uab", null, "ua uab")]
    [InlineData("/resource", "{r} {r2}", "{r} {r2}", "{r} {r2}")]
    public async Task List_InPages_HoldsWhatTheTableSays(string list, string? ofA, string? ofB, string? ofBoth)
    {
        foreach (var (user, expected) in ((string, string?)[])[("ua", ofA), ("ub", ofB), ("uab", ofBoth)])
        {
            Assert.Equal($"{user}: {Sorted(expected)}", $"{user}: {Sorted(await WalkAsync(list, user, 1))}");
            Assert.Equal($"{user}: {Sorted(expected)}", $"{user}: {Sorted(await WalkAsync(list, user, 500))}");
        }
    }

    [Theory]
    [InlineData("/payoffs", "3", "2", "5")]
    [InlineData("/payoffs?location_id[in]=9001,9002", "3", "2", "5")]
    [InlineData("/payoffs?requested_by=uab", "1", "1", "2")]
    [InlineData("/locations", "1", "1", "2")]
    [InlineData("/resource", "2", "2", "2")]
    public async Task List_Counted_CountsNoOthersRows(string list, string ofA, string ofB, string ofBoth)
    {
        foreach (var (user, expected) in ((string, string)[])[("ua", ofA), ("ub", ofB), ("uab", ofBoth)])
        {
            var answer = await GetAsync(With(list, "count=true&limit=1"), user);
            Assert.Equal($"{user}: {expected}", $"{user}: {answer.Json.GetProperty("total")}");
        }
    }

    [Theory]
    [InlineData("/payoffs", "{pb} {b2}")]
    [InlineData("/payoffs?sort=id", "{pb} {b2}")]
    [InlineData("/locations", "9002")]
    public async Task List_WithAnotherUsersCursor_HoldsNothingOfTheOthers(string list, string own)
    {
        var ofBoth = Ids(await GetAsync(list, "uab")).ToList();
        var ofB = own.Split(' ').Select(world.IdOf);
        var cursor = (await GetAsync(With(list, "limit=1"), "uab")).Json.GetProperty("next_cursor").GetString()!;

        var answer = await GetAsync(With(list, $"limit=1&cursor={Uri.EscapeDataString(cursor)}"), "ub");

        // It is a place in the list, which is the same for everybody: the next row from there that is the user's own.
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(ofBoth.Skip(1).Intersect(ofB, StringComparer.Ordinal).Take(1), Ids(answer));
    }

    private static string With(string list, string parameters) => $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameters}";

    private static IEnumerable<string> Ids(Answer list) =>
        list.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()!);

    private string Sorted(string? names) => names is null
        ? "403 forbidden"
        : string.Join(' ', names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(world.IdOf).Order(StringComparer.Ordinal));

    /// <summary>The ids of all pages, each as often as it came; null where the list is forbidden.</summary>
    private async Task<string?> WalkAsync(string list, string user, int limit)
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var answer = await GetAsync(With(list, $"limit={limit}{(cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor))}"), user);
            if (answer.Status == HttpStatusCode.Forbidden)
            {
                return null;
            }

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            ids.AddRange(Ids(answer));
            cursor = JsonNode.Parse(answer.Text)!["next_cursor"]?.GetValue<string>();
        }
        while (cursor is not null);
        return string.Join(' ', ids);
    }

    private async Task<Answer> GetAsync(string path, string user)
    {
        using var caller = world.Host.CreateBearer(world.Clients["all"].Sign(user, location: null, world.Host.Clock));
        return await caller.GetAnswerAsync("/api/v1" + path);
    }
}
