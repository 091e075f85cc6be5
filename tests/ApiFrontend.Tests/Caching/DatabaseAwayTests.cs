using System.Globalization;
using System.Net;
using LoApi.ApiFrontend.Tests.Authentication;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;
using LoApi.Fixtures;
using Microsoft.AspNetCore.Hosting;

namespace LoApi.ApiFrontend.Tests.Caching;

/// <summary>What callers are told of how old an answer is, while the database is away and before.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private const string Path = "/api/v1/countries/NA";

    private PostgresServer? _server;

    public async Task InitializeAsync() => _server = await PostgresServer.StartPrivateAsync();

    public Task DisposeAsync() => _server!.DisposeAsync().AsTask();

    [Fact]
    public async Task ReferenceData_DatabaseAway_GoesOnWithItsAgeUntilMaxStale()
    {
        await using var host = new SteppedApiHost("PostgreSql", await _server!.CreateDatabaseAsync());
        await host.InitializeAsync();
        using var client = host.CreateClient();
        Assert.Equal("0", (await client.GetAnswerAsync(Path)).Header("Age"));
        host.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("29", (await client.GetAnswerAsync(Path)).Header("Age"));
        host.Clock.Advance(TimeSpan.FromSeconds(27));
        await client.GetAnswerAsync("/api/v1/users"); // What is known of the client is renewed earlier than the data, and must not end earlier.
        host.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("0", (await client.GetAnswerAsync(Path)).Header("Age"));

        await _server.StopAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var stale = await client.GetAnswerAsync(Path);
        Assert.Equal((HttpStatusCode.OK, "30"), (stale.Status, stale.Header("Age")));
        var list = await client.GetAnswerAsync("/api/v1/countries?limit=1");
        Assert.Equal((HttpStatusCode.OK, "30"), (list.Status, list.Header("Age")));
        var known = await client.GetAnswerAsync(Path, ("If-None-Match", stale.Header("ETag")!));
        Assert.Equal((HttpStatusCode.NotModified, "30"), (known.Status, known.Header("Age")));

        host.Clock.Advance(TimeSpan.FromSeconds(3569.5));
        var last = await client.GetAnswerAsync(Path);
        Assert.Equal((HttpStatusCode.OK, "3599"), (last.Status, last.Header("Age")));

        host.Clock.Advance(TimeSpan.FromSeconds(0.5));
        var gone = await client.GetAnswerAsync(Path);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database_unavailable"), (gone.Status, gone.Code));
        Assert.Equal(("1", null), (gone.Header("Retry-After"), gone.Header("Age")));

        await _server.StartAsync();
        var back = await client.GetAnswerAsync(Path);
        Assert.Equal((HttpStatusCode.OK, "0"), (back.Status, back.Header("Age")));
    }

    [Fact]
    public async Task Clients_DatabaseAway_AreNotToldFromNamesThatSomebodyMadeUp()
    {
        await using var host = new SteppedApiHost("PostgreSql", await _server!.CreateDatabaseAsync());
        await host.InitializeAsync();
        using var client = host.CreateClient();
        Assert.Equal("0", (await client.GetAnswerAsync(Path)).Header("Age"));
        string[] guesses =
        [
            TestClient.Make("made-up", ApiHost.Cipher).Sign(clock: host.Clock),
            (host.Tests with { Key = NewClientKey.Make(host.Tests.Client.Id, ApiHost.Cipher) }).Sign(clock: host.Clock), // Calls here.
            (host.Reader with { Key = NewClientKey.Make(host.Reader.Client.Id, ApiHost.Cipher) }).Sign(clock: host.Clock), // Never called here.
        ];
        foreach (var guess in guesses[..2])
        {
            using var stranger = host.CreateBearer(guess);
            AttackTests.AssertRefused(await stranger.GetAnswerAsync(Path));
        }

        await _server.StopAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        foreach (var guess in guesses)
        {
            using var stranger = host.CreateBearer(guess);
            var answer = await stranger.GetAnswerAsync(Path);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "database_unavailable"), (answer.Status, answer.Code));
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync(Path)).Status);
    }

    [Fact]
    public async Task Rows_DatabaseAway_GoOnForReadersWithTheirAgeUntilMaxStale()
    {
        await using var host = new SteppedApiHost("PostgreSql", await _server!.CreateDatabaseAsync());
        await host.InitializeAsync();
        using var client = host.CreateClient("1", "1");
        string[] paths =
        [
            "/api/v1/users/1",
            "/api/v1/locations/1",
            $"/api/v1/payoffs/{await CreateAsync(client, "/api/v1/payoffs", Drafts.Payoff())}",
            $"/api/v1/resource/{await CreateAsync(client, "/api/v1/resource", """{"name":"n","document":{}}""")}",
        ];
        var before = await GetAllAsync(client, paths);
        Assert.All(before, answer => Assert.Equal((HttpStatusCode.OK, "0"), (answer.Status, answer.Header("Age"))));

        await _server.StopAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var stale = await GetAllAsync(client, paths);
        Assert.All(stale, answer => Assert.Equal((HttpStatusCode.OK, "30"), (answer.Status, answer.Header("Age"))));
        Assert.Equal(before.Select(answer => answer.Text), stale.Select(answer => answer.Text));
        var known = await client.GetAnswerAsync(paths[2], ("If-None-Match", stale[2].Header("ETag")!));
        Assert.Equal((HttpStatusCode.NotModified, "30"), (known.Status, known.Header("Age")));
        Answer[] refused =
        [
            await client.PatchAnswerAsync(paths[2], "\"1\"", """{"reason":"sale"}"""),
            await client.PatchAnswerAsync(paths[3], "\"1\"", """{"name":"m"}"""),
            await client.GetAnswerAsync("/api/v1/payoffs"),
        ];
        Assert.All(refused, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "database_unavailable"), (answer.Status, answer.Code)));

        host.Clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(31));
        Assert.All(
            await GetAllAsync(client, paths),
            answer => Assert.Equal((HttpStatusCode.OK, "3599"), (answer.Status, answer.Header("Age"))));
        Assert.Equal(
            4, host.Logs.Entries.Count(entry => entry.Message.Contains("are given what memory holds", StringComparison.Ordinal)));

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.All(
            await GetAllAsync(client, paths),
            answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, null), (answer.Status, answer.Header("Age"))));

        await _server.StartAsync();
        Assert.All(
            await GetAllAsync(client, paths),
            answer => Assert.Equal((HttpStatusCode.OK, "0"), (answer.Status, answer.Header("Age"))));
    }

    [Fact]
    public async Task ReferenceDataAndRows_DatabaseStandingStill_KeepReadersForPatienceOnly()
    {
        await using var host = new PatientApiHost(await _server!.CreateDatabaseAsync());
        await host.InitializeAsync();
        using var client = host.CreateClient("1", "1");
        string[] paths = [Path, "/api/v1/users/1", "/api/v1/locations/1"];
        await GetAllAsync(client, paths);

        await _server.FreezeAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(4));
        var stale = await GetAllAsync(client, paths);
        Assert.All(stale, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.All(stale, answer => Assert.InRange(int.Parse(answer.Header("Age")!, CultureInfo.InvariantCulture), 4, 20));

        await _server.ThawAsync(); // What was asked while it stood still is answered now.
        Answer renewed;
        do
        {
            renewed = await client.GetAnswerAsync(paths[1]);
            Assert.Equal(HttpStatusCode.OK, renewed.Status);
        }
        while (renewed.Header("Age") is not ("0" or "1"));
    }

    private static async Task<string> CreateAsync(HttpClient client, string path, string body) =>
        (await client.PostAnswerAsync(path, body, ("Idempotency-Key", Guid.NewGuid().ToString()))).Json.GetProperty("id").GetString()!;

    private static async Task<Answer[]> GetAllAsync(HttpClient client, string[] paths)
    {
        List<Answer> answers = [];
        foreach (var path in paths)
        {
            answers.Add(await client.GetAnswerAsync(path));
        }

        return [.. answers];
    }

    /// <summary>One whose statements wait for minutes, and whose readers do not.</summary>
    private sealed class PatientApiHost(string connectionString) : ApiHost("PostgreSql")
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Cache:MaxAge", "00:00:02");
            builder.UseSetting("Cache:Patience", "00:00:00.050");
            builder.UseSetting("Storage:CommandTimeoutSeconds", "120");
        }

        protected override Task<string> CreateDatabaseAsync() => Task.FromResult(connectionString);
    }
}
