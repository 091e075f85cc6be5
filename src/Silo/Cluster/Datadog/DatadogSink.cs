using System.Globalization;
using Microsoft.Extensions.Configuration;
using Serilog;
using Serilog.Debugging;
using Serilog.Sinks.Datadog.Logs;

namespace LoApi.Silo;

/// <summary>Sends log lines to Datadog's intake, in batches, from a thread of its own: whoever logs never waits, and what does not fit is dropped.</summary>
internal static class DatadogSink
{
    private const int LinesPerBatch = 200;
    private const int BytesPerLine = 256_000;

    // The sink waits one second before the second; at its end a process must not wait for a receiver that is away.
    private const int Attempts = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    public static bool IsBuiltIn => true;

    public static void Add(LoggerConfiguration settings, IConfigurationSection section, string service, string environment)
    {
        if (section[nameof(DatadogOptions.ApiKey)] is not { Length: > 0 } key)
        {
            return;
        }

        var site = section[nameof(DatadogOptions.Site)] ?? new DatadogOptions().Site;
        var intake = section[nameof(DatadogOptions.IntakeUrl)]?.TrimEnd('/') ?? $"https://http-intake.logs.{site}";
        var http = new HttpClient { Timeout = Patience };
        http.DefaultRequestHeaders.Add("DD-API-KEY", key);
        var renderer = new DatadogLogRenderer(
            "csharp", service, Environment.MachineName, [$"env:{environment}", $"version:{BuildVersion.Current}"], BytesPerLine, new DatadogLines());
        settings.WriteTo.DatadogLogs(
            key,
            batchSizeLimit: LinesPerBatch,
            batchPeriod: Period,
            queueLimit: section.GetValue(nameof(DatadogOptions.MaxQueuedLines), new DatadogOptions().MaxQueuedLines),
            exceptionHandler: failure => SelfLog.WriteLine("Datadog: {0}", failure.GetType().Name),
            client: new DatadogHttpClient(
                string.Create(CultureInfo.InvariantCulture, $"{intake}/api/v2/logs"), renderer, http, Attempts));
    }
}
