using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using LoApi.Storage.Audit;
using Microsoft.Playwright;

namespace LoApi.ApiFrontend.Tests.Ops.Browser;

public sealed class OpsPageTests(Chromium browser) : IClassFixture<Chromium>, IAsyncLifetime
{
    /// <summary>Requests of one caller at most, however long a test takes.</summary>
    private const int MostRequests = 5_000;

    private readonly TemporaryFolder _folder = new();
    private ConfiguredApiHost _host = null!;
    private string _key = null!;

    public async Task InitializeAsync()
    {
        _host = await ConfiguredApiHost.StartAsync(_folder);
        (_, _key) = await _host.AddOperatorAsync("olga.operator");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [BrowserFact]
    public async Task Page_SignedIn_ShowsTheServiceAndAsksNobodyElse()
    {
        var page = await browser.OpenAsync(_host.Address);
        var asked = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? (string[])[message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);

        await page.SignInAsync(_key);

        Assert.Equal("olga.operator", await page.Locator("#name").InnerTextAsync());
        Assert.Equal(1, await page.Locator("#processes tbody tr").CountAsync());
        Assert.Equal(6, await page.Locator("#charts figure").CountAsync());
        await Assertions.Expect(page.Locator("#checks")).ToContainTextAsync("database: healthy"); // Once the process has looked.
        Assert.All(asked, url => Assert.True(url.StartsWith(_host.Address.AbsoluteUri, StringComparison.Ordinal) || url == "data:,", url));
        Assert.DoesNotContain(complaints, text => !text.Contains("401", StringComparison.Ordinal)); // That nobody was signed in yet.

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.UntilStatusAsync("Not signed in");
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [BrowserFact]
    public async Task SignIn_WithAWrongKey_SaysSo()
    {
        var page = await browser.OpenAsync(_host.Address);
        await page.GotoAsync("/ops");
        await page.GetByLabel("Operator key").FillAsync("loapi-op_nonsense");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#sign-in-error")).ToHaveTextAsync("No such key, or one that is good no more.");
        Assert.False(await page.Locator("#board").IsVisibleAsync());
    }

    [BrowserFact]
    public async Task Figures_UnderLoad_MoveAndAreWhatTheLoadGeneratorCounted()
    {
        var page = await browser.OpenAsync(_host.Address);
        await page.SignInAsync(_key);
        var before = await page.FigureAsync("Requests since start");
        using var enough = new CancellationTokenSource();
        Task<(int Sent, int Missing)>[] load = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() => LoadAsync(enough.Token)))];

        var first = await page.UntilFigureAsync("Requests since start", value => value > before + 50);
        await page.UntilFigureAsync("Requests since start", value => value > first + 50);
        Assert.True(await page.UntilFigureAsync("Requests a second", value => value > 1) > 1);
        await enough.CancelAsync();
        var counted = await Task.WhenAll(load);
        var (sent, missing) = (counted.Sum(each => each.Sent), counted.Sum(each => each.Missing));

        var shown = await page.UntilFigureAsync("Requests since start", value => value - before >= sent * 0.95) - before;
        Assert.InRange(shown, sent * 0.95, sent * 1.05);
        var notFound = page.Locator("#codes tbody tr", new() { HasText = "not_found" }).Locator("td").Nth(1);
        await Assertions.Expect(notFound).ToHaveTextAsync(missing.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture));
        var clientCount = page.Locator("#clients tbody tr", new() { HasText = "tests" }).Locator("td").Nth(1);
        await Assertions.Expect(clientCount).ToHaveTextAsync(sent.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture));
    }

    [BrowserFact]
    public async Task History_ThatAnotherProcessTellsLate_IsDrawnAsWell()
    {
        const long Slot = 100_000;
        var told = new StrongBox<Told>(new(100, IsAlone: false)); // In a slot of ten seconds.
        var asked = new ConcurrentQueue<long>();
        var page = await browser.OpenAsync(_host.Address);
        await page.RouteAsync("**/ops/data?*", async route =>
        {
            var after = long.Parse(new Uri(route.Request.Url).Query["?after=".Length..], CultureInfo.InvariantCulture);
            asked.Enqueue(after);
            var answer = await route.FetchAsync();
            var view = JsonNode.Parse(await answer.TextAsync())!;
            var (requests, isAlone) = told.Value!;
            view["alone_since"] = isAlone ? "2027-01-04T15:00:00Z" : null;
            view["history"] = new JsonArray([.. new[] { Sample(Slot - 1, 50), Sample(Slot, requests) }.Where(sample => (long)sample["slot"]! > after)]);
            await route.FulfillAsync(new() { Response = answer, Body = view.ToJsonString() });
        });
        await page.SignInAsync(_key);
        var charts = Assertions.Expect(page.Locator("#charts"));
        await charts.ToContainTextAsync("Requests: all 10 /s");

        told.Value = new(400, IsAlone: false);
        await charts.ToContainTextAsync("Requests: all 40 /s");
        Assert.Equal([0, Slot - 3], asked.Distinct());

        told.Value = new(70, IsAlone: true); // What this front end alone knows takes nothing away.
        await page.UntilStatusAsync("other processes");
        await charts.ToContainTextAsync("Requests: all 40 /s");
    }

    [BrowserFact]
    public async Task AuditBacklog_MoreThanIsCounted_IsSaidToBeThatOrMore()
    {
        var waiting = new StrongBox<long>(AuditBacklog.Cap);
        var page = await browser.OpenAsync(_host.Address);
        await page.RouteAsync("**/ops/data?*", async route =>
        {
            var answer = await route.FetchAsync();
            var view = JsonNode.Parse(await answer.TextAsync())!;
            view["figures"]!["loapi.audit.outbox.length"] = new JsonObject { [""] = waiting.Value };
            view["history"] = new JsonArray(Sample(100_000 + (waiting.Value - AuditBacklog.Cap), 0, waiting.Value));
            await route.FulfillAsync(new() { Response = answer, Body = view.ToJsonString() });
        });
        await page.SignInAsync(_key);
        var figure = Assertions.Expect(page.Locator("[data-term=\"Audit records waiting\"] dd"));
        var charts = Assertions.Expect(page.Locator("#charts"));
        await figure.ToHaveTextAsync("100,000");
        await charts.ToContainTextAsync("Audit records waiting: now 100,000; highest in the last hour 100,000");

        waiting.Value++;
        await figure.ToHaveTextAsync("100,000 or more");
        await charts.ToContainTextAsync("Audit records waiting: now 100,000 or more; highest in the last hour 100,000 or more");
    }

    [BrowserFact]
    public async Task Problem_ItsRequestId_LeadsToTheAuditRecord()
    {
        var requestId = $"followed-{Guid.NewGuid():N}";
        using (var client = _host.CreateClient("1", "1"))
        {
            var refused = await client.PostAnswerAsync("/api/v1/payoffs", "{}", ("Idempotency-Key", requestId), ("X-Request-Id", requestId));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        }

        var page = await browser.OpenAsync(_host.Address);
        await page.SignInAsync(_key);
        await page.GetByLabel("all", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = requestId }).ClickAsync();
        for (var tries = 0; await page.Locator("#found tbody tr").CountAsync() == 0 && tries < 100; tries++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync(); // It is chained within a second.
            await Assertions.Expect(page.Locator("#found-count")).Not.ToHaveTextAsync("Searching …");
        }

        await Assertions.Expect(page.Locator("#found tbody tr")).ToContainTextAsync("failed validation_failed");
    }

    [BrowserFact]
    public async Task Page_ByKeyboardAlone_SignsInAndSkipsToTheContent()
    {
        var page = await browser.OpenAsync(_host.Address);
        await page.GotoAsync("/ops");
        await Assertions.Expect(page.GetByLabel("Operator key")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(_key);
        await page.Keyboard.PressAsync("Enter");
        await page.UntilStatusAsync(OpsPage.Well);
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
    }

    [BrowserFact(NeedsAxe = true)]
    public async Task Page_LightDarkAndOnAPhone_HasNothingSeriousAgainstIt()
    {
        await FailAsync();
        foreach (var (colours, width) in ((ColorScheme, int)[])[(ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 375)])
        {
            var page = await browser.OpenAsync(_host.Address, colours, width);
            await page.GotoAsync("/ops");
            await page.GetByLabel("Operator key").WaitForAsync();
            Assert.Empty(await Axe.SeriousAsync(page));

            await page.SignInAsync(_key);
            await page.GetByLabel("all", new() { Exact = true }).CheckAsync();
            await page.Locator("#problems tbody tr").First.WaitForAsync();
            Assert.Empty(await Axe.SeriousAsync(page));
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"The page is wider than {width}.");
        }
    }

    /// <summary>LOAPI_UPDATE_SCREENSHOTS=1 dotnet test tests/ApiFrontend.Tests --filter Screenshots makes those of docs/images anew.</summary>
    [BrowserFact]
    public async Task Screenshots_LightDarkAndOnAPhone_AreTaken()
    {
        await FailAsync();
        using var enough = new CancellationTokenSource();
        Task[] load = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => LoadAsync(enough.Token)))];
        var update = Environment.GetEnvironmentVariable("LOAPI_UPDATE_SCREENSHOTS") == "1";
        foreach (var (name, colours, width, height) in ((string, ColorScheme, int, int)[])
            [("ops-light", ColorScheme.Light, 1280, 1000), ("ops-dark", ColorScheme.Dark, 1280, 1000), ("ops-phone", ColorScheme.Light, 375, 812)])
        {
            var page = await browser.OpenAsync(_host.Address, colours, width, height);
            await page.SignInAsync(_key);
            await page.UntilFigureAsync("Requests a second", value => value > 1);
            if (update && name == "ops-light")
            {
                await page.UntilFigureAsync("Requests since start", value => value > 3_000); // Some slots of history.
                await Task.Delay(TimeSpan.FromSeconds(25), TimeProvider.System);
            }

            var path = update ? Repository.File($"docs/images/{name}.png") : _folder.File($"{name}.png");
            Assert.True((await page.ScreenshotAsync(new() { Path = path })).Length > 10_000);
        }

        await enough.CancelAsync();
        await Task.WhenAll(load);
    }

    private static JsonObject Sample(long slot, long requests, long waitingAudit = 0) => new()
    {
        ["slot"] = slot,
        ["requests"] = requests,
        ["client_errors"] = 0,
        ["server_errors"] = 0,
        ["slowest_ms"] = 0,
        ["waiting_writes"] = 0,
        ["waiting_audit"] = waitingAudit,
        ["activations"] = 0,
    };

    private async Task<(int Sent, int Missing)> LoadAsync(CancellationToken enough)
    {
        using var client = _host.CreateClient("1", "1");
        var (sent, missing) = (0, 0);
        while (!enough.IsCancellationRequested && sent < MostRequests)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None); // The page shares the machine with it.
            var isMissing = sent % 10 == 9;
            var answer = await client.GetAnswerAsync(isMissing ? "/api/v1/countries/XX" : "/api/v1/countries/NA");
            Assert.Equal(isMissing ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.Status);
            sent++;
            missing += isMissing ? 1 : 0;
        }

        return (sent, missing);
    }

    private async Task FailAsync()
    {
        using var client = _host.CreateClient("1", "1");
        await client.GetAnswerAsync("/api/v1/countries/XX");
        await client.PostAnswerAsync("/api/v1/payoffs", "{}", ("Idempotency-Key", "k"));
        await client.GetAnswerAsync("/api/v1/payoffs?status=lost");
    }

    private sealed record Told(long Requests, bool IsAlone);
}
