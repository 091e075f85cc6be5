using System.Diagnostics;
using System.Net;
using LoApi.ApiFrontend.Tests.Audit;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;
using LoApi.Fixtures;
using LoApi.Grains.Clients;
using LoApi.Limits;
using LoApi.Storage.GrainStates;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Limits;

/// <summary>Limits as callers meet them.</summary>
public sealed class RequestLimitTests : IDisposable
{
    private const string Read = "/api/v1/countries/NA";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Answers_OfAnyStatus_SayHowTheLimitStands()
    {
        await using var host = await ConfiguredApiHost.StartAsync(_folder, ("Limits:AddressBurst", "200"));
        using var client = host.CreateBearer((await host.AddClientAsync(1, 300, daily: null, ClientScope.ReferenceRead)).Sign());
        using var stranger = host.CreateStranger();

        Answer[] known =
        [
            await client.GetAnswerAsync(Read),
            await client.GetAnswerAsync("/api/v1/countries/XX"),
            await client.GetAnswerAsync("/api/v1/payoffs"),
            await client.GetAnswerAsync(Read, ("Accept", "text/csv")),
        ];
        Answer[] unknown =
        [
            await stranger.GetAnswerAsync(Read),
            await stranger.GetAnswerAsync("/nowhere"),
            await stranger.GetAnswerAsync("/version"),
            await stranger.GetAnswerAsync("/docs/index.html"),
            await stranger.GetAnswerAsync("/version", ("Accept", "text/csv")),
        ];
        var probe = await stranger.GetAnswerAsync("/health/live");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.NotAcceptable], known.Select(answer => answer.Status));
        Assert.All(known, answer => Assert.Equal("\"default\";q=300;w=300", answer.Header("RateLimit-Policy")));
        Assert.Equal("\"default\";r=299;t=1", known[0].Header("RateLimit"));
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotAcceptable], unknown.Select(answer => answer.Status));
        Assert.All(unknown, answer => Assert.Equal("\"default\";q=200;w=4", answer.Header("RateLimit-Policy")));
        Assert.Equal(HttpStatusCode.OK, probe.Status);
        Assert.Null(probe.Header("RateLimit"));
    }

    [Fact]
    public async Task Client_BeyondItsLimit_Is429AndNobodyElseIs()
    {
        await using var host = await ConfiguredApiHost.StartAsync(_folder);
        using var storming = host.CreateBearer((await host.AddClientAsync(1, 5, daily: null, ClientScope.ReferenceRead)).Sign());
        using var other = host.CreateClient();
        var started = Stopwatch.GetTimestamp();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => storming.GetAnswerAsync(Read)));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

        Assert.InRange(answers.Count(answer => answer.Status == HttpStatusCode.OK), 5, 6 + (int)seconds);
        var refused = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer =>
        {
            Assert.Equal((HttpStatusCode.TooManyRequests, "rate_limited"), (answer.Status, answer.Code));
            Assert.Equal("1", answer.Header("Retry-After"));
            Assert.Equal("no-store", answer.Header("Cache-Control"));
        });
        Assert.Equal(HttpStatusCode.OK, (await other.GetAnswerAsync(Read)).Status);
    }

    [Fact]
    public async Task Client_BeyondItsDailyQuota_Is429AcrossRestarts()
    {
        TestClient client;
        await using (var host = await ConfiguredApiHost.StartAsync(_folder))
        {
            client = await host.AddClientAsync(1_000, 1_000, daily: 3, ClientScope.ReferenceRead);
            using var caller = host.CreateBearer(client.Sign());
            Answer[] answers = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => caller.GetAnswerAsync(Read)))];
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        }

        await using (var host = await ConfiguredApiHost.StartAsync(_folder))
        {
            using var caller = host.CreateBearer(client.Sign());
            var refused = await caller.GetAnswerAsync(Read);

            Assert.Equal((HttpStatusCode.TooManyRequests, "rate_limited"), (refused.Status, refused.Code));
            Assert.Contains("\"daily\";r=0;", refused.Header("RateLimit"), StringComparison.Ordinal);
            Assert.InRange(int.Parse(refused.Header("Retry-After")!), 1, 86_400);
        }
    }

    [Fact]
    public async Task Client_WhoseGrainEndedWithoutOrder_StartsWithAnEmptyBurst()
    {
        await using var host = await ConfiguredApiHost.StartAsync(_folder);
        var client = await host.AddClientAsync(1, 50, daily: null, ClientScope.ReferenceRead);
        var crashed = System.Text.Json.JsonSerializer.Serialize(new ClientUsage { InUse = true });
        Assert.True(await host.Services.GetRequiredService<GrainStateRepository>().WriteAsync($"client/{client.Client.Id}", "usage", crashed, expectedVersion: 0));
        using var caller = host.CreateBearer(client.Sign());

        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.GetAnswerAsync(Read)).Status);
    }

    [Fact]
    public async Task Client_WhoseGrainHasASecondActivation_IsHeldByThatOne()
    {
        await using var host = await ConfiguredApiHost.StartAsync(_folder);
        var client = await host.AddClientAsync(1, 1_000_000, daily: null, ClientScope.ReferenceRead);
        using var caller = host.CreateBearer(client.Sign(clock: host.Clock));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Read)).Status);
        var states = host.Services.GetRequiredService<GrainStateRepository>();
        var kept = (await states.FindAsync($"client/{client.Client.Id}", "usage"))!;
        Assert.True(await states.WriteAsync($"client/{client.Client.Id}", "usage", kept.Json, kept.Version)); // As the second does before its first lease.

        host.Clock.Advance(ClientGrain.ConfirmedEvery);

        // Of a million requests at once next to none are spent; the burst is empty only because the activation was another's.
        Answer last;
        var asked = 0;
        do
        {
            last = await caller.GetAnswerAsync(Read);
        }
        while (last.Status == HttpStatusCode.OK && ++asked < 5_000);
        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.Contains("\"default\";r=0;", last.Header("RateLimit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_BeyondTheLimitOfTheirAddress_Are429AndClientsAreNot()
    {
        await using var host = await ConfiguredApiHost.StartAsync(_folder, ("Limits:AddressRate", "1"), ("Limits:AddressBurst", "5"));
        using var stranger = host.CreateBearer("nonsense");
        using var client = host.CreateClient(); // Signs every request anew.
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync(Read)).Status); // Here its key is met.

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => stranger.GetAnswerAsync(Read)));

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests],
            answers.Select(answer => answer.Status).Distinct().Order());
        Assert.InRange(answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized), 5, 40);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync(Read)).Status);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAnswerAsync("/health/live")).Status);
    }

    [Fact]
    public async Task Strangers_BeyondTheLimitOfTheirAddress_AreNotReportedAsDenied()
    {
        await using var host = await ConfiguredApiHost.StartAsync(_folder, ("Limits:AddressRate", "1"), ("Limits:AddressBurst", "5"));
        using var stranger = host.CreateBearer("nonsense");
        using var client = host.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync(Read)).Status);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => stranger.GetAnswerAsync(Read)));

        var denied = answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized);
        Assert.InRange(denied, 5, 40);
        Assert.Equal(denied, (await client.RecordsAsync("kind=denied&client_id=anonymous", denied)).Length);
    }

    [Theory]
    [InlineData("127.0.0.0/8", "192.0.2.1", "192.0.2.2", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", "192.0.2.1, 198.51.100.9", "192.0.2.2, 198.51.100.9", HttpStatusCode.TooManyRequests)] // The nearest one counts.
    [InlineData("10.0.0.0/8", "192.0.2.1", "192.0.2.2", HttpStatusCode.TooManyRequests)] // Nobody vouches for it.
    public async Task Strangers_BehindAProxy_AreToldApartWhereItIsTrusted(string trusted, string first, string second, HttpStatusCode expected)
    {
        await using var host = await ConfiguredApiHost.StartAsync(
            _folder, ("Limits:AddressRate", "1"), ("Limits:AddressBurst", "1"), ("Http:TrustedProxies:0", trusted));
        using var stranger = host.CreateStranger();

        HttpStatusCode last;
        do
        {
            last = (await stranger.GetAnswerAsync(Read, ("X-Forwarded-For", first))).Status;
        }
        while (last != HttpStatusCode.TooManyRequests);

        Assert.Equal(expected, (await stranger.GetAnswerAsync(Read, ("X-Forwarded-For", second))).Status);
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable)]
    [InlineData("Closed", "Open", HttpStatusCode.ServiceUnavailable, HttpStatusCode.Created)]
    public async Task Client_WhoseGrainDoesNotAnswer_FailsOpenOrClosedAsSet(string? reads, string? writes, HttpStatusCode read, HttpStatusCode write)
    {
        (string, string)[] settings = reads is null ? [] : [("Limits:UnknownReads", reads), ("Limits:UnknownWrites", writes!)];
        await using var host = await new ConfiguredApiHost(_folder, settings)
        {
            TokenSources = _ => new CountingSource(_ => Task.FromException<TokenLease>(new TimeoutException())),
        }.StartedAsync();
        using var client = host.CreateClient("1", "1");

        var got = await client.GetAnswerAsync(Read);
        var posted = await client.PostAnswerAsync("/api/v1/payoffs", Drafts.Payoff(), ("Idempotency-Key", Guid.NewGuid().ToString()));

        Assert.Equal((read, write), (got.Status, posted.Status));
        var refused = read == HttpStatusCode.OK ? posted : got;
        Assert.Equal("limit_unavailable", refused.Code);
        Assert.Equal("1", refused.Header("Retry-After"));
    }

    [Fact]
    public async Task Anybody_WithLimitsSwitchedOff_IsNotLimited()
    {
        await using var host = await ConfiguredApiHost.StartAsync(_folder, ("Limits:Enabled", "false"), ("Limits:AddressBurst", "1"));
        using var client = host.CreateBearer((await host.AddClientAsync(1, 1, daily: null, ClientScope.ReferenceRead)).Sign());
        using var stranger = host.CreateStranger();

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync(Read)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAnswerAsync(Read)).Status);
        }
    }
}
