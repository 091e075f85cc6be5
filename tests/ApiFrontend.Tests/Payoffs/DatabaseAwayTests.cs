using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;
using LoApi.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace LoApi.ApiFrontend.Tests.Payoffs;

/// <summary>What callers and probes are told while the database is away, and that all is well again by itself.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private static readonly TimeSpan RecoveryBound = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private PostgresServer? _server;

    public async Task InitializeAsync() => _server = await PostgresServer.StartPrivateAsync();

    public Task DisposeAsync() => _server!.DisposeAsync().AsTask();

    [Fact]
    public async Task DatabaseAway_WritesAndUncachedReads_AreToldToComeBack()
    {
        await using var host = await StartAsync(maxAge: "00:10:00");
        using var client = host.CreateClient("1", "1");
        var cached = await CreateAndReadAsync(client);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/countries/NA")).Status);

        await _server!.StopAsync();
        Answer[] refused = [await CreateAsync(client), await client.GetAnswerAsync("/api/v1/payoffs")];
        Assert.All(refused, answer =>
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "database_unavailable"), (answer.Status, answer.Code));
            Assert.Equal("1", answer.Header("Retry-After"));
            Assert.DoesNotContain("Npgsql", answer.Text, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync(cached)).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/countries/NA")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/health/live")).Status);
        await UntilAsync(RecoveryBound, async () => (await client.GetAnswerAsync("/health/ready")).Status == HttpStatusCode.ServiceUnavailable); // A second after the last look.

        await _server.StartAsync();
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(client)).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/payoffs")).Status);
    }

    [Fact]
    public async Task DatabaseAway_ReferenceDataThatIsDueForRefresh_GoesOn()
    {
        await using var host = await StartAsync(maxAge: "00:00:00");
        using var client = host.CreateClient();
        var before = await client.GetAnswerAsync("/api/v1/countries/NA");
        Assert.Equal(HttpStatusCode.OK, before.Status);

        await _server!.StopAsync();
        var during = await client.GetAnswerAsync("/api/v1/countries/NA");

        Assert.Equal((HttpStatusCode.OK, before.Text), (during.Status, during.Text));
        Assert.Contains(host.Logs.Entries, entry => entry.Message.Contains("could not be refreshed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DatabaseAway_ClientsThatAreKnown_GoOnCalling()
    {
        await using var host = await StartAsync(maxAge: "00:00:30");
        using var client = host.CreateClient();
        using var other = host.CreateBearer((await host.AddClientAsync(ClientScope.ReferenceRead)).Sign());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/countries/NA")).Status);

        await _server!.StopAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/countries/NA")).Status);
        Assert.Contains(host.Logs.Entries, entry => entry.Message.Contains("client tests could not be renewed", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await other.GetAnswerAsync("/api/v1/countries/NA")).Status);
    }

    [Fact]
    public async Task ClientsCannotBeRead_ReadsGoOnLongerThanWrites()
    {
        await using var host = await StartAsync(maxAge: "00:10:00", ("Storage:CommandTimeoutSeconds", "1"), ("Storage:LockTimeoutSeconds", "1"));
        using var client = host.CreateClient("1", "1");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/countries/NA")).Status);
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(client)).Status);
        await using var somebody = new NpgsqlConnection(host.ConnectionString);
        await somebody.OpenAsync();
        await using var hold = new NpgsqlCommand("BEGIN; LOCK TABLE API_CLIENT IN ACCESS EXCLUSIVE MODE", somebody);
        await hold.ExecuteNonQueryAsync();

        host.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(client)).Status);
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/countries/NA")).Status);
        var refused = await CreateAsync(client);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database_unavailable"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task DatabaseKilledUnderLoad_OnItsReturn_IsUsedAgainInFiveSeconds()
    {
        await using var host = await StartAsync(maxAge: "00:10:00");
        using var client = host.CreateClient("1", "1");
        var cached = await CreateAndReadAsync(client);
        using var enough = new CancellationTokenSource();
        Task<int>[] load = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(() => CreateUntilAsync(client, enough.Token)))];

        for (var round = 0; round < 2; round++)
        {
            await _server!.KillAsync();
            await UntilAsync(Patience, async () => (await client.GetAnswerAsync("/health/ready")).Status == HttpStatusCode.ServiceUnavailable);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync(cached)).Status);

            await _server.StartAsync();
            await UntilAsync(RecoveryBound, async () => (await CreateAsync(client)).Status == HttpStatusCode.Created);
            await UntilAsync(RecoveryBound, async () => (await client.GetAnswerAsync("/health/ready")).Status == HttpStatusCode.OK);
        }

        await enough.CancelAsync();
        Assert.All(await Task.WhenAll(load), created => Assert.True(created > 0));
    }

    [Fact]
    public async Task DatabaseStandingStill_WritesAndUncachedReads_AreToldToComeBackInTime()
    {
        await using var host = await StartAsync(
            maxAge: "00:10:00",
            ("Storage:ConnectTimeoutSeconds", "1"),
            ("Storage:CommandTimeoutSeconds", "1"),
            ("Storage:OutcomeTimeoutSeconds", "1"),
            ("Storage:HealthTimeoutSeconds", "1"));
        using var client = host.CreateClient("1", "1");
        var cached = await CreateAndReadAsync(client);

        await _server!.FreezeAsync();
        var refused = await Task.WhenAll(CreateAsync(client), CreateAsync(client), client.GetAnswerAsync("/api/v1/payoffs"));
        Assert.All(refused, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "1"), (answer.Status, answer.Header("Retry-After"))));
        await UntilAsync(RecoveryBound, async () => (await client.GetAnswerAsync("/health/ready")).Status == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync(cached)).Status);

        await _server.ThawAsync();
        await UntilAsync(RecoveryBound, async () => (await CreateAsync(client)).Status == HttpStatusCode.Created);
        await UntilAsync(RecoveryBound, async () => (await client.GetAnswerAsync("/health/ready")).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task RowLockedBySomebodyElse_ItsChange_IsToldToComeBackAndNobodyElse()
    {
        await using var host = await StartAsync(maxAge: "00:10:00", ("Storage:LockTimeoutSeconds", "1"), ("Storage:Writers", "1"));
        using var client = host.CreateClient("1", "1");
        var path = $"/api/v1/payoffs/{(await CreateAsync(client)).Json.GetProperty("id").GetString()}";
        const string patch = """{"reason":"sale"}""";
        await using (var somebody = new NpgsqlConnection(host.ConnectionString))
        {
            await somebody.OpenAsync();
            await using var hold = new NpgsqlCommand("BEGIN; SELECT id FROM PAYOFF FOR UPDATE", somebody);
            await hold.ExecuteNonQueryAsync();

            var locked = client.PatchAnswerAsync(path, "\"1\"", patch, ("Idempotency-Key", "locked"));
            var others = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => CreateAsync(client)));
            Assert.All(others, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "database_unavailable", "1"), ((await locked).Status, (await locked).Code, (await locked).Header("Retry-After")));
        }

        Assert.Equal(HttpStatusCode.OK, (await client.PatchAnswerAsync(path, "\"1\"", patch, ("Idempotency-Key", "locked"))).Status);
    }

    private static async Task<int> CreateUntilAsync(HttpClient client, CancellationToken enough)
    {
        var created = 0;
        while (!enough.IsCancellationRequested)
        {
            var answer = await CreateAsync(client);
            Assert.Contains(answer.Status, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable]);
            created += answer.Status == HttpStatusCode.Created ? 1 : 0;
        }

        return created;
    }

    private static async Task UntilAsync(TimeSpan bound, Func<Task<bool>> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < bound, $"It did not come to pass in {bound}.");
        }
    }

    private async Task<PrivateApiHost> StartAsync(string maxAge, params (string Name, string Value)[] settings)
    {
        var host = new PrivateApiHost(await _server!.CreateDatabaseAsync(), [("Cache:MaxAge", maxAge), .. settings]);
        await host.InitializeAsync();
        return host;
    }

    /// <summary>The path of a payoff that was read, and so is in memory.</summary>
    private static async Task<string> CreateAndReadAsync(HttpClient client)
    {
        var created = await CreateAsync(client);
        Assert.Equal(HttpStatusCode.Created, created.Status);
        var path = $"/api/v1/payoffs/{created.Json.GetProperty("id").GetString()}";
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync(path)).Status);
        return path;
    }

    private static Task<Answer> CreateAsync(HttpClient client) =>
        client.PostAnswerAsync("/api/v1/payoffs", Drafts.Payoff(), ("Idempotency-Key", Guid.NewGuid().ToString()));

    private sealed class PrivateApiHost(string connectionString, (string Name, string Value)[] settings) : ApiHost("PostgreSql")
    {
        public string ConnectionString => connectionString;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
        }

        protected override Task<string> CreateDatabaseAsync() => Task.FromResult(connectionString);
    }
}
