using System.Net;
using System.Text.Json;
using LoApi.ApiFrontend.Tests.Telemetry;
using LoApi.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Sentry;

/// <summary>What Sentry is sent of an error; and that nothing waits for it, whatever becomes of it.</summary>
public sealed class SentryTests
{
    private const int QueueBound = 20;
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    [Fact]
    public async Task Error_ThatIsLoggedInARequest_ArrivesWithoutAnythingPersonal()
    {
        await using var ingest = await Receiver.StartAsync();
        string address;
        await using (var app = await StartAsync(ingest.Address))
        {
            address = app.Urls.Single();
            using var client = new HttpClient();
            using var request = Telling(address + "/fail?email=pat.doe@example.com");
            request.Headers.Add("X-Request-Id", "request-1");
            using var answer = await client.SendAsync(request);
            await app.StopAsync(); // Which sends what is still queued: to be disposed of without that is a crash.
        }

        var envelope = Assert.Single(ingest.Received, envelope => envelope.Body.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.Equal("/api/42/envelope/", envelope.Path);
        using var report = JsonDocument.Parse(envelope.Body.Split('\n').First(line => line.Contains("InvalidOperationException", StringComparison.Ordinal)));
        Assert.Equal(
            ("0.1.0-tests", "staging", "request-1"),
            (Text(report.RootElement, "release"), Text(report.RootElement, "environment"),
                Text(report.RootElement.GetProperty("tags"), "RequestId")));
        Assert.Equal(
            ["Host", "X-Request-ID", "traceparent"],
            report.RootElement.GetProperty("request").GetProperty("headers").EnumerateObject().Select(header => header.Name).Order(StringComparer.Ordinal));
        Assert.Equal("GET /fail", Text(report.RootElement, "transaction"));
        Assert.Equal(address, Text(report.RootElement.GetProperty("request"), "url"));
        Assert.Equal(TraceId, Text(report.RootElement.GetProperty("tags"), "trace_id"));
        foreach (var secret in (string[])["the-token", "the-session", "203.0.113.7", "pat.doe@example.com"])
        {
            Assert.DoesNotContain(ingest.Received, sent => sent.Body.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Transaction_ThatIsSampled_ArrivesWithoutAnythingPersonal()
    {
        await using var ingest = await Receiver.StartAsync();
        string address;
        await using (var app = await StartAsync(ingest.Address, traces: "1"))
        {
            address = app.Urls.Single();
            foreach (var path in (string[])["/fail?email=pat.doe@example.com", "/call/jo.roe@example.com?email=pat.doe@example.com", "/nowhere/max.moe@example.com"])
            {
                using var client = new HttpClient();
                using var request = Telling(address + path);
                using var answer = await client.SendAsync(request);
            }

            await app.StopAsync();
        }

        var sent = ingest.Received.SelectMany(envelope => envelope.Body.Split('\n')).ToList();
        var transactions = sent.Where(line => line.StartsWith("""{"type":"transaction","event_id":""", StringComparison.Ordinal)).Select(Parse).ToList();
        Assert.Equal(
            ["GET", "GET /call/{id}", "GET /fail", "GET /target"],
            transactions.Select(transaction => Text(transaction, "transaction")).Order(StringComparer.Ordinal));
        Assert.All(transactions, transaction => Assert.Equal(address, Text(transaction.GetProperty("request"), "url")));
        var call = transactions.Single(transaction => Text(transaction, "transaction") == "GET /call/{id}");
        Assert.Equal($"GET {address}/target", Text(Assert.Single(call.GetProperty("spans").EnumerateArray()), "description"));
        Assert.Equal(TraceId, Text(call.GetProperty("tags"), "trace_id"));
        foreach (var secret in (string[])["the-token", "the-session", "203.0.113.7", "pat.doe", "jo.roe", "max.moe", "example.com"])
        {
            Assert.DoesNotContain(sent, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Ingest_ThatDoesNotAnswer_CostsNoRequestAndIsSentNoMoreThanTheQueueHolds()
    {
        await using var ingest = await Receiver.StartAsync();
        var gate = new TaskCompletionSource();
        ingest.Gate = gate.Task;
        await using (var app = await StartAsync(ingest.Address))
        {
            await FailAsync(app, 10 * QueueBound);
            gate.SetResult();
        }

        Assert.InRange(ingest.Received.Count, 1, QueueBound + 2); // And one on its way, beside one that made room for it.
    }

    [Fact]
    public async Task Ingest_ThatFails_CostsNoRequest()
    {
        await using var ingest = await Receiver.StartAsync();
        ingest.Status = StatusCodes.Status500InternalServerError;
        await using (var app = await StartAsync(ingest.Address))
        {
            await FailAsync(app, 2 * QueueBound);
        }

        Assert.NotEmpty(ingest.Received);
    }

    [Fact]
    public async Task Ingest_ThatIsAbsent_CostsNoRequest()
    {
        string address;
        await using (var gone = await Receiver.StartAsync())
        {
            address = gone.Address;
        }

        await using var app = await StartAsync(address);
        await FailAsync(app, 2 * QueueBound);
    }

    /// <summary>Requests that fail, and report it, one after the other.</summary>
    private static async Task FailAsync(WebApplication app, int requests)
    {
        using var client = new HttpClient();
        for (var i = 0; i < requests; i++)
        {
            using var answer = await client.GetAsync(app.Urls.Single() + "/fail");
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        }
    }

    private static async Task<WebApplication> StartAsync(string ingest, string traces = "0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Sentry:Dsn"] = ingest.Replace("://", "://the-key@", StringComparison.Ordinal) + "/42";
        builder.Configuration["Sentry:Release"] = "0.1.0-tests";
        builder.Configuration["Sentry:Environment"] = "staging";
        builder.Configuration["Sentry:MaxQueuedReports"] = $"{QueueBound}";
        builder.Configuration["Sentry:TracesSampleRate"] = traces;
        builder.Services.AddHttpClient();
        builder.AddLogging("loapi-tests");
        builder.AddErrorReports();
        var app = builder.Build();
        app.MapGet("/fail", (ILogger<SentryTests> logger) =>
        {
            logger.LogError(new InvalidOperationException("It failed."), "Request {RequestId} failed", "request-1");
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        });
        app.Use((http, next) =>
        {
            if (http.GetEndpoint() is null)
            {
                http.RequestServices.GetRequiredService<ILogger<SentryTests>>().LogError("There is no such route");
            }

            return next(http);
        });
        app.MapGet("/target", () => "");
        app.MapGet("/call/{id}", async (string id, IHttpClientFactory clients, ILogger<SentryTests> logger) =>
        {
            using var client = clients.CreateClient();
            await client.GetStringAsync(app.Urls.Single() + "/target?who=" + id);
            logger.LogError("A call was made");
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>A request that tells who makes it, in a trace of its caller's.</summary>
    private static HttpRequestMessage Telling(string address) => new(HttpMethod.Get, address)
    {
        Headers =
        {
            { "Authorization", "Bearer the-token" },
            { "Cookie", "session=the-session" },
            { "X-Forwarded-For", "203.0.113.7" },
            { "traceparent", $"00-{TraceId}-00f067aa0ba902b7-01" },
        },
    };

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
