using System.Text.Json;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Service;

/// <summary>Since when it stands so: however long ago that was, and whatever was asked meanwhile.</summary>
public sealed class HealthSinceTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ConfiguredApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ConfiguredApiHost.StartAsync(_folder);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Since_WhileTimeGoesByAndTablesAreReadAgain_StaysAsItWas()
    {
        using var client = _host.CreateClient();
        var before = await LookAsync(client);
        await client.GetAnswerAsync("/api/v1/countries/NA");
        var held = await LookAsync(client);

        _host.Clock.Advance(TimeSpan.FromHours(2));
        var aged = await LookAsync(client);
        await client.GetAnswerAsync("/api/v1/countries/NA"); // Held against the grain's version anew.
        var refreshed = await LookAsync(client);

        Assert.Equal([Since(before), Since(before), Since(before)], [Since(held), Since(aged), Since(refreshed)]);
        Assert.Equal([Since(Countries(held)), Since(Countries(held))], [Since(Countries(aged)), Since(Countries(refreshed))]);
        Assert.Matches("known to be current 72[0-9]{2} s ago", Found(aged));
        Assert.Matches("known to be current [0-9]{1,2} s ago", Found(refreshed));
    }

    private static async Task<JsonElement> LookAsync(HttpClient client) => (await client.GetAnswerAsync("/health")).Json;

    private static JsonElement Countries(JsonElement summary) =>
        summary.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "reference data: countries");

    private static DateTimeOffset Since(JsonElement told) => told.GetProperty("since").GetDateTimeOffset();

    private static string? Found(JsonElement summary) => Countries(summary).GetProperty("detail").GetString();
}
