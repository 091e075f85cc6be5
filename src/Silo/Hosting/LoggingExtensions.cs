using LoApi.Silo.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;

namespace LoApi.Silo;

/// <summary>Logging, the same in a front end and in a silo.</summary>
public static class LoggingExtensions
{
    /// <summary>Adds Serilog, set up by the section <c>Serilog</c>: readable in Development, JSON lines otherwise.</summary>
    /// <param name="builder">The process.</param>
    /// <param name="service">What it is called, unless configured otherwise.</param>
    public static void AddLogging(this IHostApplicationBuilder builder, string service)
    {
        builder.Services.AddOptions<DatadogOptions>()
            .BindConfiguration(DatadogOptions.Section)
            .Validate(
                options => string.IsNullOrEmpty(options.ApiKey) || DatadogSink.IsBuiltIn,
                "Datadog:ApiKey is set, but this build sends nothing to Datadog; let an agent collect standard output.")
            .Validate(options => options.MaxQueuedLines is >= 100 and <= 1_000_000, "Datadog:MaxQueuedLines lies between 100 and 1000000.")
            .Validate(options => Uri.CheckHostName(options.Site) == UriHostNameType.Dns, "Datadog:Site is no name of a site, such as datadoghq.com.")
            .Validate(options => options.IntakeUrl is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }, "Datadog:IntakeUrl is no http or https address.")
            .ValidateOnStart();
        var settings = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration);
        AddDatadog(settings, builder, service);
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(settings.CreateLogger(), dispose: true);
    }

    private static void AddDatadog(LoggerConfiguration settings, IHostApplicationBuilder builder, string service)
    {
        var section = builder.Configuration.GetSection(DatadogOptions.Section);
        if (!section.Exists())
        {
            return;
        }

        var telemetry = builder.Configuration.GetSection(TelemetryOptions.Section);
        service = section[nameof(DatadogOptions.Service)] ?? telemetry[nameof(TelemetryOptions.Service)] ?? service;
        var environment = section[nameof(DatadogOptions.Env)] ?? telemetry[nameof(TelemetryOptions.Environment)] ?? builder.Environment.NameInLowerCase();
        settings.Enrich.With(new DatadogCorrelation(service, environment));
        DatadogSink.Add(settings, section, service, environment);
    }
}
