using System.Net;
using LoApi.ApiFrontend.Ops;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using LoApi.Operators;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Ops;

/// <summary>Who may look at the page while the database is away.</summary>
public sealed class OpsOutageSessionTests
{
    [Fact]
    public async Task SignIn_WhileTheDatabaseIsAway_GoesByTheLastKnownKeysForAnHour()
    {
        await using var server = await PostgresServer.StartPrivateAsync();
        await using var host = new PrivateHost(await server.CreateDatabaseAsync());
        await host.InitializeAsync();
        var (_, key) = await host.AddOperatorAsync("ada");
        var (_, other) = await host.AddOperatorAsync("gus");
        Assert.True(await host.Services.GetRequiredService<KnownOperators>().RefreshAsync(CancellationToken.None)); // As every few seconds.

        await server.StopAsync();
        using var browser = new HttpClient { BaseAddress = host.ClientOptions.BaseAddress }; // It keeps cookies.
        Assert.Equal(HttpStatusCode.OK, await TryAsync(browser, key));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAnswerAsync("/ops/session")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAnswerAsync("/ops/data")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(browser, key[..^43] + other[^43..]));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await TryAsync(browser, OperatorSecret.Make().Text)); // It may be a new one.
        Assert.Single(host.Written.Entries, entry => entry.Message.Contains("for sign-ins too", StringComparison.Ordinal));

        host.Clock.Advance(KnownOperators.LastKnownFor);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await TryAsync(browser, key));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAnswerAsync("/ops/session")).Status);

        await server.StartAsync();
        Assert.True(await host.Services.GetRequiredService<KnownOperators>().RefreshAsync(CancellationToken.None));
        Assert.Equal(HttpStatusCode.OK, await TryAsync(browser, key));
    }

    private static async Task<HttpStatusCode> TryAsync(HttpClient browser, string key) =>
        (await browser.PostAnswerAsync("/ops/session", $$"""{"key":"{{key}}"}""")).Status;

    private sealed class PrivateHost(string connectionString) : ApiHost("PostgreSql")
    {
        protected override Task<string> CreateDatabaseAsync() => Task.FromResult(connectionString);
    }
}
