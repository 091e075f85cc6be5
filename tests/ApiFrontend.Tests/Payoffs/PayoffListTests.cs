using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Payoffs;

public abstract class PayoffListTests(ApiHost host)
{
    private const string Path = "/api/v1/payoffs";

    [Fact]
    public async Task ListPayoffs_WalkedWhilePayoffsAreCreated_HasEveryEarlierOneExactlyOnce()
    {
        // Users 150 and up keep this test's locations away from the others'.
        using var client = host.CreateClient("150", "150");
        var before = await CreateAsync(client, "150", count: 450);

        using var stop = new CancellationTokenSource();
        var creating = CreateUntilStoppedAsync(client, "150", stop.Token);
        var seen = new List<string>();
        string? next = $"{Path}?limit=100";
        while (next is not null)
        {
            var page = await client.GetAnswerAsync(next);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            seen.AddRange(page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            next = page.Json.TryGetProperty("next_cursor", out var cursor) ? $"{Path}?limit=100&cursor={cursor}" : null;
            await CreateAsync(client, "150", count: 5);
        }

        await stop.CancelAsync();
        var during = await creating;

        Assert.True(during.Count > 0);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(before.Order(StringComparer.Ordinal), seen.Where(before.Contains).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ListPayoffs_Order_IsNewestFirst()
    {
        using var client = host.CreateClient("151", "151");
        var created = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            created.AddRange(await CreateAsync(client, "151", count: 1));
        }

        var page = await client.GetAnswerAsync(Path);
        var listed = page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()!).Where(created.Contains);
        Assert.Equal(created.AsEnumerable().Reverse(), listed);
    }

    [Fact]
    public async Task ListPayoffs_OtherTenants_AreNotThere()
    {
        using var client = host.CreateClient("152", "152");
        var mine = await CreateAsync(client, "152", count: 1);
        var own = (await client.GetAnswerAsync("/api/v1/locations")).Json
            .GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()).ToHashSet();
        var stranger = Enumerable.Range(1, 200).Select(id => $"{id}").First(id => !own.Contains(id));
        using var other = host.CreateClient(stranger, stranger);
        var theirs = await CreateAsync(other, stranger, count: 1);

        var page = await client.GetAnswerAsync($"{Path}?limit=500");
        var rows = page.Json.GetProperty("data").EnumerateArray().ToArray();
        Assert.All(rows, row => Assert.Contains(row.GetProperty("location_id").GetString(), own));
        var ids = rows.Select(row => row.GetProperty("id").GetString()!).ToArray();
        Assert.Superset(mine, ids.ToHashSet());
        Assert.DoesNotContain(theirs.Single(), ids);
    }

    private static async Task<HashSet<string>> CreateAsync(HttpClient client, string location, int count)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => client.PostAnswerAsync(
            Path, Drafts.Payoff(loan: null, ("location_id", location)), ("Idempotency-Key", Guid.NewGuid().ToString()))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        return [.. answers.Select(answer => answer.Json.GetProperty("id").GetString()!)];
    }

    private static async Task<HashSet<string>> CreateUntilStoppedAsync(HttpClient client, string location, CancellationToken stop)
    {
        var created = new HashSet<string>();
        do
        {
            created.UnionWith(await CreateAsync(client, location, count: 1));
        }
        while (!stop.IsCancellationRequested);

        return created;
    }
}
