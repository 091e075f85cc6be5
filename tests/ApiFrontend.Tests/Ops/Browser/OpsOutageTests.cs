using System.Diagnostics;
using System.Globalization;
using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.ApiFrontend.Tests.Service;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Ops.Browser;

/// <summary>What somebody sees who leaves the page open.</summary>
public sealed class OpsOutageTests(Chromium browser) : IClassFixture<Chromium>
{
    private static readonly TimeSpan ShownWithin = TimeSpan.FromSeconds(5);

    [BrowserFact]
    public async Task Page_WhileTheDatabaseIsAway_ShowsItWithinFiveSecondsAndThatItIsBack()
    {
        await using var server = await PostgresServer.StartPrivateAsync();
        await using var host = new PrivateHost(await server.CreateDatabaseAsync());
        await host.InitializeAsync();
        var (_, key) = await host.AddOperatorAsync("ada");
        var page = await browser.OpenAsync(host.ClientOptions.BaseAddress);
        await page.SignInAsync(key);

        await server.KillAsync();
        var killed = Stopwatch.GetTimestamp();
        await page.UntilStatusAsync("Not well: database");
        Assert.InRange(Stopwatch.GetElapsedTime(killed), TimeSpan.Zero, ShownWithin);
        Assert.Contains("did not reach the database", await page.Locator("#checks").InnerTextAsync(), StringComparison.Ordinal);

        await server.StartAsync();
        await page.UntilStatusAsync(OpsPage.Well);
    }

    [BrowserFact]
    public async Task Page_WhileTheServiceIsStartedAgain_GoesOnByItself()
    {
        using var folder = new TemporaryFolder();
        using var port = LoopbackPort.Take();
        string key;
        await using (var host = await ConfiguredApiHost.StartAsync(folder))
        {
            (_, key) = await host.AddOperatorAsync("ada");
        }

        var settings = SettingsOf(folder, port.Number);
        var page = await browser.OpenAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port.Number}")));
        await using (var first = ServiceProcess.Start(settings))
        {
            await first.GuidedAsync();
            await page.SignInAsync(key);
        }

        await page.UntilStatusAsync("This page's server does not answer");
        await using var second = ServiceProcess.Start(settings);
        await page.UntilStatusAsync(OpsPage.Well);
        Assert.Equal("ada", await page.Locator("#name").InnerTextAsync());
        Assert.Equal((int)HttpStatusCode.OK, (await page.APIRequest.GetAsync("/ops/session")).Status);
    }

    // Those of the host that made the database, as another process is told them.
    private static (string Name, string Value)[] SettingsOf(TemporaryFolder folder, int port) =>
    [
        ("Storage__Provider", "Sqlite"),
        ("Storage__ConnectionString", $"Data Source={folder.File("loapi.db")}"),
        ("Clients__MasterKey", Convert.ToBase64String(new byte[32])),
        ("Clients__DataFolder", folder.Path),
        ("Audit__Key", Convert.ToBase64String(new byte[32])),
        ("Audit__HeadsFile", folder.File("heads.jsonl")),
        ("Ops__Listen", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
    ];

    private sealed class PrivateHost(string connectionString) : ApiHost("PostgreSql")
    {
        protected override Task<string> CreateDatabaseAsync() => Task.FromResult(connectionString);
    }
}
