using System.Diagnostics;
using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Telemetry;

/// <summary>The line that each request leaves.</summary>
public sealed class RequestLogTests
{
    [Fact]
    public async Task Request_LeavesOneLineThatTellsAllOfIt()
    {
        using var folder = new TemporaryFolder();
        await using var host = await ConfiguredApiHost.StartAsync(folder);
        using var client = host.CreateClient("1", "1");

        var answer = await client.GetAnswerAsync("/api/v1/payoffs?limit=1");

        var line = await LineAsync(host, answer);
        Assert.Equal(
            ("GET", "/api/v1/payoffs/", 200, "tests", "1", "1", answer.Header("X-Request-Id"), "admitted", 1),
            (line["Method"], line["Route"], line["Status"], line["ClientId"], line["UserId"], line["LocationId"], line["RequestId"], line["Limit"], line["OneOf"]));
        Assert.Equal((long)answer.Text.Length, line["Bytes"]);
        Assert.InRange(Assert.IsType<double>(line["ElapsedMs"]), 0.001, 600_000);
        Assert.InRange(Assert.IsType<int>(line["LimitRemaining"]), 1, 1_000_000);
        Assert.Matches("^[0-9a-f]{32}$", Assert.IsType<string>(line["TraceId"]));
        Assert.DoesNotContain("limit=1", line.Message, StringComparison.Ordinal); // Nothing of the query.
    }

    [Fact]
    public async Task Reads_SampledOneInFour_LeaveEveryFourthLineButAllFailuresAndWrites()
    {
        using var folder = new TemporaryFolder();
        await using var host = await ConfiguredApiHost.StartAsync(folder, ("RequestLog:SampleReads", "4"), ("RequestLog:Level", "Warning"));
        using var client = host.CreateClient("1", "1");

        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/countries/NA")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAnswerAsync("/api/v1/countries/QQ")).Status);
        }

        await LineAsync(host, await client.PostResourceAsync("""{"name":"Logged","document":{}}"""));

        var lines = Lines(host);
        Assert.Equal([4, 4], lines.Where(line => line["Status"] is 200).Select(line => line["OneOf"]));
        Assert.Equal(Enumerable.Repeat<object?>(1, 8), lines.Where(line => line["Status"] is 404).Select(line => line["OneOf"]));
        Assert.All(lines, line => Assert.Equal(LogLevel.Warning, line.Level));
    }

    [Fact]
    public void Sensitive_PlantedInALog_IsFound()
    {
        using var logs = new CapturedLogs();
        var secret = Sensitive.Keep(Guid.NewGuid().ToString());
        Sensitive.KeepContacts("""{"contact":{"name":"Planted Person","email":"planted@example.com"}}""");

        logs.CreateLogger("planted").LogWarning("It is {Value}", secret);
        logs.CreateLogger("planted").LogWarning(new InvalidOperationException("Of Planted Person"), "Innocent");
        logs.CreateLogger("planted").LogWarning("To {To}", "planted@example.com");
        logs.CreateLogger("planted").LogWarning("Nothing of all that");

        Assert.Equal(3, Sensitive.FindIn(logs.Entries).Count);
    }

    /// <summary>The line of a request, which is written once its answer is on its way.</summary>
    internal static async Task<CapturedLog> LineAsync(ApiHost host, Answer answer)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(90), $"{answer.Header("X-Request-Id")} left no line.");
            if (Lines(host).SingleOrDefault(line => Equals(line["RequestId"], answer.Header("X-Request-Id"))) is { } line)
            {
                return line;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private static List<CapturedLog> Lines(ApiHost host) =>
        [.. host.Written.Entries.Where(entry => entry.Category == "LoApi.ApiFrontend.Requests.RequestLogMiddleware")];
}
