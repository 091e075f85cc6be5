using System.Net;
using System.Net.Http.Json;
using LoApi.ApiFrontend.Ops;
using LoApi.ApiFrontend.Tests.Audit;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Callers;
using LoApi.Fixtures;
using LoApi.Storage.Operators;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Ops;

public sealed class OpsSessionTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ConfiguredApiHost _host = null!;
    private string _keyId = null!;
    private string _key = null!;

    public async Task InitializeAsync()
    {
        _host = await ConfiguredApiHost.StartAsync(_folder);
        (_keyId, _key) = await _host.AddOperatorAsync("ada");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task SignIn_WithAKey_OpensASessionInACookieThatScriptsCannotRead()
    {
        using var browser = Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAnswerAsync("/ops/session")).Status);

        var answer = await browser.PostAnswerAsync("/ops/session", $$"""{"key":"{{_key}}"}""");

        Assert.Equal((HttpStatusCode.OK, "ada"), (answer.Status, answer.Json.GetProperty("name").GetString()));
        Assert.Matches("^loapi-ops=[^;]+; expires=[^;]+; path=/ops; samesite=strict; httponly$", answer.Header("Set-Cookie"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAnswerAsync("/ops/session")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.DeleteAsync("/ops/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAnswerAsync("/ops/session")).Status);

        using var auditor = _host.CreateClient();
        var records = await auditor.RecordsAsync($"client_id=loapi-ops&resource_id={_keyId}", 2);
        Assert.Equal(["signed_in ada read", "signed_out ada read"], records.Select(record => $"{record["code"]} {record["user_id"]} {record["kind"]}"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"key":""}""")]
    [InlineData("""{"key":"loapi-op_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""")]
    [InlineData("no JSON")]
    public async Task SignIn_WithWhatIsNoKey_IsRefusedAndRecorded(string body)
    {
        using var browser = Browser();
        var requestId = $"refused-{Guid.NewGuid():N}";

        var answer = await browser.PostAnswerAsync("/ops/session", body, ("X-Request-Id", requestId));

        Assert.Equal((HttpStatusCode.Unauthorized, null), (answer.Status, answer.Header("Set-Cookie")));
        using var auditor = _host.CreateClient();
        Assert.Equal("operator_key_refused", $"{Assert.Single(await auditor.RecordsAsync($"request_id={requestId}", 1))["code"]}");
    }

    [Fact]
    public async Task SignIn_WithAKeyOfAnotherSecret_IsRefused()
    {
        var (_, other) = await _host.AddOperatorAsync("gus");
        using var browser = Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAnswerAsync("/ops/session", $$"""{"key":"loapi-op_{{_keyId}}_{{other[^43..]}}"}""")).Status);
    }

    [Fact]
    public async Task SignIn_TriedTooOften_IsToldToWait()
    {
        using var browser = Browser();
        for (var i = 0; i < SignInLimit.Burst; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAnswerAsync("/ops/session", "{}")).Status);
        }

        // While this was tried, a token may have been won back.
        HttpStatusCode status;
        for (var i = 0; (status = (await browser.PostAnswerAsync("/ops/session", "{}")).Status) == HttpStatusCode.Unauthorized && i < 100; i++)
        {
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, status);

        // Who has a key comes by the same address, and is let in.
        Assert.True(await _host.Services.GetRequiredService<KnownOperators>().RefreshAsync(CancellationToken.None));
        for (var i = 0; i < SignInLimit.Burst; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.PostAnswerAsync("/ops/session", $$"""{"key":"{{_key}}"}""")).Status);
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task AnyChange_FromAnotherSite_IsRefused(string header, string value)
    {
        using var browser = Browser();
        var answer = await browser.PostAnswerAsync("/ops/session", $$"""{"key":"{{_key}}"}""", (header, value));
        Assert.Equal((HttpStatusCode.Forbidden, null), (answer.Status, answer.Header("Set-Cookie")));
    }

    [Fact]
    public async Task Session_AfterARestart_GoesOn()
    {
        var cookie = await SignInAsync();
        await _host.DisposeAsync();
        _host = await ConfiguredApiHost.StartAsync(_folder);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(cookie));
    }

    [Fact]
    public async Task Session_AlteredOrSignedByAnother_IsNone()
    {
        var cookie = await SignInAsync();
        var parts = cookie.Split('.');
        string[] others = [cookie + "A", $"{parts[0]}.{parts[1]}", $"{parts[0]}.{parts[1]}A.{parts[2]}", $"00000000.{parts[1]}.{parts[2]}", "", "..", new string('a', 5_000)];
        Assert.All(await Task.WhenAll(others.Select(AskAsync)), status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(cookie));
    }

    [Fact]
    public async Task Session_OfAKeyThatIsRevoked_EndsWithinSeconds()
    {
        var cookie = await SignInAsync();
        Assert.True(await _host.Services.GetRequiredService<OperatorRepository>().RevokeAsync(_keyId, Caller.System));

        _host.Clock.Advance(KnownOperators.KeptFor);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(cookie));
    }

    [Fact]
    public async Task Refresh_OfAllKeys_KnowsThoseThatNobodyUsedAndForgetsWhatWasRevoked()
    {
        var known = _host.Services.GetRequiredService<KnownOperators>();
        Assert.True(await known.RefreshAsync(CancellationToken.None));
        Assert.True(await known.HoldsAsync(_keyId));
        Assert.True(await _host.Services.GetRequiredService<OperatorRepository>().RevokeAsync(_keyId, Caller.System));
        Assert.True(await known.HoldsAsync(_keyId)); // Nobody was asked.

        Assert.True(await known.RefreshAsync(CancellationToken.None));

        Assert.False(await known.HoldsAsync(_keyId));
    }

    [Fact]
    public async Task Session_AtItsEnd_IsOver()
    {
        var cookie = await SignInAsync();
        _host.Clock.Advance(TimeSpan.FromHours(8));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(cookie));
    }

    private HttpClient Browser() => new(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = _host.Address };

    private async Task<string> SignInAsync()
    {
        using var browser = Browser();
        var answer = await browser.PostAsJsonAsync("/ops/session", new { key = _key });
        return Sensitive.Keep(OperatorExtensions.SessionIn(answer.Headers.GetValues("Set-Cookie").Single()));
    }

    private async Task<HttpStatusCode> AskAsync(string cookie)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = _host.Address };
        return (await client.GetAnswerAsync("/ops/session", ("Cookie", $"loapi-ops={cookie}"))).Status;
    }
}
