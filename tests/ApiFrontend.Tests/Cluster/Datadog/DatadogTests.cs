using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LoApi.ApiFrontend.Tests.Telemetry;
using LoApi.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Datadog;

/// <summary>What Datadog's intake is sent.</summary>
public sealed class DatadogTests
{
    [Fact]
    public async Task Line_OfATracedOperation_ArrivesWithWhatLinksItToTheTrace()
    {
        await using var intake = await Receiver.StartAsync();
        using var operation = new Activity("operation").SetIdFormat(ActivityIdFormat.W3C).Start();
        await using (var app = Build(intake))
        {
            LoggerOf(app).LogWarning(new InvalidOperationException("It failed."), "Client {ClientId} did {Number} things", "prepay", 7);
        }

        var (path, headers, body) = Assert.Single(intake.Received);
        Assert.Equal(("/api/v2/logs", "the-key"), (path, headers["DD-API-KEY"].ToString()));
        var line = Assert.Single(JsonDocument.Parse(body).RootElement.EnumerateArray());
        Assert.Equal(("csharp", "loapi", "env:staging"), (Text(line, "ddsource"), Text(line, "service"), Text(line, "ddtags").Split(',')[0]));
        using var message = JsonDocument.Parse(Text(line, "message"));
        var told = message.RootElement;
        Assert.Equal(
            ("warning", "Client \"prepay\" did 7 things", "prepay", "System.InvalidOperationException", "loapi", "staging"),
            (Text(told, "status"), Text(told, "message"), Text(told, "ClientId"), Text(told, "error.kind"), Text(told, "dd.service"), Text(told, "dd.env")));
        Assert.Equal(
            (Number(operation.TraceId.ToHexString()[16..]), Number(operation.SpanId.ToHexString())),
            (Text(told, "dd.trace_id"), Text(told, "dd.span_id")));
    }

    [Fact]
    public async Task Intake_ThatDoesNotAnswer_KeepsNobodyWaitingAndIsSentNoMoreThanTheQueueHolds()
    {
        await using var intake = await Receiver.StartAsync();
        var gate = new TaskCompletionSource();
        intake.Gate = gate.Task;
        await using (var app = Build(intake, ("Datadog:MaxQueuedLines", "500")))
        {
            var logger = LoggerOf(app);
            for (var i = 0; i < 20_000; i++)
            {
                logger.LogWarning("Line {Number}", i); // Returns, whatever becomes of it.
            }

            gate.SetResult();
        }

        var lines = intake.Received.Sum(batch => JsonDocument.Parse(batch.Body).RootElement.GetArrayLength());
        Assert.InRange(lines, 1, 500 + (3 * 200)); // The queue, what was on its way, and what it was tried with again.
    }

    private static WebApplication Build(Receiver intake, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        foreach (var (name, value) in ((string, string)[])
            [("Datadog:ApiKey", "the-key"), ("Datadog:IntakeUrl", intake.Address), ("Datadog:Service", "loapi"), ("Datadog:Env", "staging"), .. settings])
        {
            builder.Configuration[name] = value;
        }

        builder.AddLogging("loapi-tests");
        return builder.Build();
    }

    private static ILogger LoggerOf(WebApplication app) => app.Services.GetRequiredService<ILogger<DatadogTests>>();

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;

    private static string Number(string hex) => ulong.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
