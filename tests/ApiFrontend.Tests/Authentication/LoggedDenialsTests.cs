using LoApi.ApiFrontend.Authentication;
using LoApi.Fixtures;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Authentication;

public sealed class LoggedDenialsTests
{
    [Fact]
    public void Report_Storm_IsToldInPartAndCounted()
    {
        var clock = new FakeTimeProvider();
        using var logs = new CapturedLogs();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(logs));
        var denials = new LoggedDenials(clock, factory.CreateLogger<LoggedDenials>());

        for (var i = 0; i < 1_000; i++)
        {
            denials.Report(Denial(clock, $"r{i}"));
        }

        Assert.Equal(LoggedDenials.MaxPerSecond, logs.Entries.Count);
        clock.Advance(TimeSpan.FromSeconds(1));
        denials.Report(Denial(clock, "last"));
        Assert.Equal(
            [$"{1_000 - LoggedDenials.MaxPerSecond} more denials of clients since the last one that was told", "Denied GET /api/v1/payoffs/{id} to tests, user 7, location 12, from 127.0.0.1: invalid_token: Expired. Key as claimed tests.0123456789abcdef, request last"],
            logs.Entries.TakeLast(2).Select(entry => entry.Message));
    }

    [Fact]
    public void Report_StormOfStrangers_LeavesClientsTheirLines()
    {
        var clock = new FakeTimeProvider();
        using var logs = new CapturedLogs();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(logs));
        var denials = new LoggedDenials(clock, factory.CreateLogger<LoggedDenials>());

        for (var i = 0; i < 100; i++)
        {
            denials.Report(Denial(clock, $"r{i}") with { ClientId = null });
        }

        denials.Report(Denial(clock, "client"));
        Assert.Equal(LoggedDenials.MaxPerSecond + 1, logs.Entries.Count);
        Assert.EndsWith("request client", logs.Entries.Last().Message, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromSeconds(1));
        denials.Report(Denial(clock, "next") with { ClientId = null });
        Assert.Equal("80 more denials of strangers since the last one that was told", logs.Entries.TakeLast(2).First().Message);
    }

    private static Denial Denial(TimeProvider clock, string requestId) => new()
    {
        Reason = "invalid_token: Expired",
        Method = "GET",
        Route = "/api/v1/payoffs/{id}",
        Path = "/api/v1/payoffs/0b2b4f5e-9d0a-4c5a-8b60-0c2f6a3b1d11",
        OccurredAt = clock.GetUtcNow(),
        RequestId = requestId,
        RemoteIp = "127.0.0.1",
        ClientId = "tests",
        ClaimedKeyId = "tests.0123456789abcdef",
        UserId = "7",
        LocationId = "12",
    };
}
