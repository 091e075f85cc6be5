using System.Net;
using System.Text.Json;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Ops;

public sealed class OpsDataTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ConfiguredApiHost _host = null!;
    private HttpClient _operator = null!;

    public async Task InitializeAsync()
    {
        _host = await ConfiguredApiHost.StartAsync(_folder);
        _operator = await _host.SignedInAsync();
    }

    public async Task DisposeAsync()
    {
        _operator.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Page_EachPart_IsServedUnderAStrictPolicyAndNamesNoForeignHost()
    {
        foreach (var (path, mediaType) in ((string, string)[])[("/ops", "text/html"), ("/ops/", "text/html"), ("/ops/ops.css", "text/css"), ("/ops/ops.js", "text/javascript")])
        {
            var answer = await _operator.GetAnswerAsync(path);
            Assert.Equal((HttpStatusCode.OK, mediaType), (answer.Status, answer.Message.Content.Headers.ContentType!.MediaType));
            Assert.Equal(
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
                answer.Header("Content-Security-Policy"));
            Assert.DoesNotContain("//", answer.Text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).Replace("\n  //", "", StringComparison.Ordinal).Replace("// ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotModified, (await _operator.GetAnswerAsync(path, ("If-None-Match", answer.Header("ETag")!))).Status);
        }
    }

    [Theory]
    [InlineData("/ops/data")]
    [InlineData("/ops/search?by=client&value=tests")]
    public async Task Anything_WithoutASession_IsRefused(string path)
    {
        using var stranger = new HttpClient { BaseAddress = _host.Address };
        var answer = await stranger.GetAnswerAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Data_AfterRequests_CountsThemByClientRouteAndCode()
    {
        using var client = _host.CreateClient("1", "1");
        var before = await FigureAsync("requests.total");
        for (var i = 0; i < 30; i++)
        {
            await client.GetAnswerAsync("/api/v1/countries/NA");
        }

        await client.GetAnswerAsync("/api/v1/countries/XX");
        var data = await UntilAsync(view => Figure(view, "requests.total") >= before + 31);

        Assert.Equal(before + 31, Figure(data, "requests.total"));
        Assert.Equal(1, Figure(data, "code.1h", "not_found"));
        Assert.Equal(31, Figure(data, "client.requests.5m", "tests"));
        Assert.True(Figure(data, "loapi.limiter.limit", "tests") > 0);
        Assert.True(Figure(data, "loapi.grains.activations", null) > 0);
        Assert.InRange(Figure(data, "latency.p99"), 0.01, 60_000);
        var problem = data.GetProperty("problems")[0];
        Assert.Equal((404, "not_found", "tests"), (problem.GetProperty("status").GetInt32(), problem.GetProperty("code").GetString(), problem.GetProperty("client_id").GetString()));
    }

    [Fact]
    public async Task Data_OfOneProcess_NamesItAndWhatItChecked()
    {
        var data = await UntilAsync(view => view.GetProperty("processes").EnumerateArray().Any(each => each.GetProperty("checks").GetArrayLength() > 0));

        var process = Assert.Single(data.GetProperty("processes").EnumerateArray(), each => each.GetProperty("is_serving").GetBoolean());
        Assert.Equal("front end and silo", process.GetProperty("role").GetString());
        Assert.Contains(process.GetProperty("checks").EnumerateArray(), check => check.GetProperty("name").GetString() == "database" && check.GetProperty("is_healthy").GetBoolean());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("alone_since").ValueKind);
    }

    [Fact]
    public async Task Search_ByRequestResourceOrClient_FindsTheRecordWithoutWhatItHeld()
    {
        using var client = _host.CreateClient("1", "1");
        var requestId = $"searched-{Guid.NewGuid():N}";
        var created = await client.PostAnswerAsync("/api/v1/payoffs", Drafts.Payoff(), ("Idempotency-Key", requestId), ("X-Request-Id", requestId));
        var id = created.Json.GetProperty("id").GetString();

        foreach (var (by, value) in ((string, string)[])[("request", requestId), ("resource", id!), ("client", "tests")])
        {
            var answer = await SearchedAsync(by, value);
            var record = answer.Json.EnumerateArray().Single(each => each.GetProperty("resource_id").GetString() == id);
            Assert.Equal((requestId, "created"), (record.GetProperty("request_id").GetString(), record.GetProperty("code").GetString()));
            Assert.DoesNotContain("Amberfield", answer.Text, StringComparison.Ordinal);
            Assert.False(record.TryGetProperty("after", out _));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await _operator.GetAnswerAsync("/ops/search?by=user&value=1")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _operator.GetAnswerAsync("/ops/search?by=client&value=a%20b")).Status);
    }

    [Fact]
    public async Task Ops_SwitchedOff_IsNotThere()
    {
        using var folder = new TemporaryFolder();
        await using var host = await ConfiguredApiHost.StartAsync(folder, ("Ops:Enabled", "false"));
        using var stranger = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAnswerAsync("/ops")).Status);
    }

    private async Task<Answer> SearchedAsync(string by, string value)
    {
        while (true)
        {
            var answer = await _operator.GetAnswerAsync($"/ops/search?by={by}&value={Uri.EscapeDataString(value)}");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            if (answer.Json.GetArrayLength() > 0)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System); // It is chained within a second.
        }
    }

    private async Task<double> FigureAsync(string name) => Figure((await _operator.GetAnswerAsync("/ops/data")).Json, name);

    private static double Figure(JsonElement view, string name, string? label = "") =>
        !view.GetProperty("figures").TryGetProperty(name, out var labels) ? 0
        : label is null ? labels.EnumerateObject().Sum(each => each.Value.GetDouble())
        : labels.TryGetProperty(label, out var value) ? value.GetDouble() : 0;

    private async Task<JsonElement> UntilAsync(Func<JsonElement, bool> isSo)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var view = (await _operator.GetAnswerAsync("/ops/data")).Json;
            if (isSo(view))
            {
                return view;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        throw new TimeoutException("The page does not show it within half a minute.");
    }
}
