using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Payoffs;

/// <summary>What callers and probes are told while the database is away, and that all is well again by itself.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private PostgresServer? _server;
    private PrivateApiHost? _host;

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.StartPrivateAsync();
        _host = new(await _server.CreateDatabaseAsync());
        await _host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _host!.DisposeAsync();
        await _server!.DisposeAsync();
    }

    [Fact]
    public async Task DatabaseAway_WritesAndUncachedReads_AreToldToComeBack()
    {
        using var client = _host!.CreateClient("1", "1");
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

    private static Task<Answer> CreateAsync(HttpClient client) =>
        client.PostAnswerAsync("/api/v1/payoffs", Drafts.Payoff(), ("Idempotency-Key", Guid.NewGuid().ToString()));

    private sealed class PrivateApiHost(string connectionString) : ApiHost("PostgreSql")
    {
        protected override Task<string> CreateDatabaseAsync() => Task.FromResult(connectionString);
    }
}
