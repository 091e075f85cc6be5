using System.Net;
using System.Text.Json;
using LoApi.ApiFrontend.Tests.Telemetry;
using LoApi.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Sentry;

/// <summary>What Sentry is sent of an error; and that nothing waits for it, whatever becomes of it.</summary>
public sealed class SentryTests
{
    private const int QueueBound = 20;

    [Fact]
    public async Task Error_ThatIsLoggedInARequest_ArrivesWithoutAnythingPersonal()
    {
        await using var ingest = await Receiver.StartAsync();
        await using (var app = await StartAsync(ingest.Address))
        {
            using var client = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, app.Urls.Single() + "/fail?email=pat.doe@example.com");
            request.Headers.Add("Authorization", "Bearer the-token");
            request.Headers.Add("Cookie", "session=the-session");
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
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
            ["Host", "X-Request-ID"],
            report.RootElement.GetProperty("request").GetProperty("headers").EnumerateObject().Select(header => header.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("?", report.RootElement.GetProperty("request").GetProperty("url").GetString()!, StringComparison.Ordinal);
        foreach (var secret in (string[])["the-token", "the-session", "203.0.113.7", "pat.doe@example.com"])
        {
            Assert.DoesNotContain(ingest.Received, sent => sent.Body.Contains(secret, StringComparison.Ordinal));
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

    private static async Task<WebApplication> StartAsync(string ingest)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Sentry:Dsn"] = ingest.Replace("://", "://the-key@", StringComparison.Ordinal) + "/42";
        builder.Configuration["Sentry:Release"] = "0.1.0-tests";
        builder.Configuration["Sentry:Environment"] = "staging";
        builder.Configuration["Sentry:MaxQueuedReports"] = $"{QueueBound}";
        builder.AddLogging("loapi-tests");
        builder.AddErrorReports();
        var app = builder.Build();
        app.MapGet("/fail", (ILogger<SentryTests> logger) =>
        {
            logger.LogError(new InvalidOperationException("It failed."), "Request {RequestId} failed", "request-1");
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        });
        await app.StartAsync();
        return app;
    }

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
