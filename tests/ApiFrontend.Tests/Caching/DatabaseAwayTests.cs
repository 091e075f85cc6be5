using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;

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
}
