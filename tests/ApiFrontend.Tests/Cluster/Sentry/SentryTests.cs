using System.Net;
using System.Text.Json;
using LoApi.ApiFrontend.Tests.Telemetry;
using LoApi.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Sentry;

/// <summary>What Sentry is sent of an error.</summary>
public sealed class SentryTests
{
    [Fact]
    public async Task Error_ThatIsLoggedInARequest_ArrivesWithoutAnythingPersonal()
    {
        await using var ingest = await Receiver.StartAsync();
        await using (var app = Build(ingest))
        {
            app.MapGet("/fail", (ILogger<SentryTests> logger) =>
            {
                logger.LogError(new InvalidOperationException("It failed."), "Request {RequestId} failed", "request-1");
                return HttpStatusCode.InternalServerError;
            });
            await app.StartAsync();
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

    private static WebApplication Build(Receiver ingest)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Sentry:Dsn"] = ingest.Address.Replace("://", "://the-key@", StringComparison.Ordinal) + "/42";
        builder.Configuration["Sentry:Release"] = "0.1.0-tests";
        builder.Configuration["Sentry:Environment"] = "staging";
        builder.AddLogging("loapi-tests");
        builder.AddErrorReports();
        return builder.Build();
    }

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
