using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;
using LoApi.Fixtures;
using Microsoft.AspNetCore.Hosting;

namespace LoApi.ApiFrontend.Tests.Payoffs;

/// <summary>What callers and probes are told while the database is away, and that all is well again by itself.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private PostgresServer? _server;

    public async Task InitializeAsync() => _server = await PostgresServer.StartPrivateAsync();

    public Task DisposeAsync() => _server!.DisposeAsync().AsTask();

    [Fact]
    public async Task DatabaseAway_WritesAndUncachedReads_AreToldToComeBack()
    {
        await using var host = await StartAsync(maxAge: "00:10:00");
        using var client = host.CreateClient("1", "1");
        var created = await CreateAsync(client);
        Assert.Equal(HttpStatusCode.Created, created.Status);
        var cached = $"/api/v1/payoffs/{created.Json.GetProperty("id").GetString()}";
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
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAnswerAsync("/health/ready")).Status);

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

    private async Task<PrivateApiHost> StartAsync(string maxAge)
    {
        var host = new PrivateApiHost(await _server!.CreateDatabaseAsync(), maxAge);
        await host.InitializeAsync();
        return host;
    }

    private static Task<Answer> CreateAsync(HttpClient client) =>
        client.PostAnswerAsync("/api/v1/payoffs", Drafts.Payoff(), ("Idempotency-Key", Guid.NewGuid().ToString()));

    private sealed class PrivateApiHost(string connectionString, string maxAge) : ApiHost("PostgreSql")
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Cache:MaxAge", maxAge);
        }

        protected override Task<string> CreateDatabaseAsync() => Task.FromResult(connectionString);
    }
}
