using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LoApi.Silo.Telemetry;

/// <summary>Traces and metrics, the same in a front end and in a silo.</summary>
public static class TelemetryExtensions
{
    // Of http.server.request.duration, whose values are told apart by route, status, client and problem.
    private const int MaxRequestSeries = 10_000;

    private const int MaxSpansPerExport = 512;
    private const int SpanDelayMilliseconds = 2_000;

    /// <summary>
    /// Sends traces and metrics to <see cref="TelemetryOptions.OtlpEndpoint"/>, if there is one. A receiver that is slow,
    /// fails or is absent is waited for by nobody: what does not fit into the bounds is dropped.
    /// </summary>
    /// <param name="builder">The process.</param>
    /// <param name="service">What it is called, unless configured otherwise.</param>
    public static void AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        builder.Services.AddMetrics();
        builder.Services.AddOptions<TelemetryOptions>()
            .BindConfiguration(TelemetryOptions.Section)
            .Validate(options => IsCollector(options.OtlpEndpoint), "Telemetry:OtlpEndpoint is no http or https address.")
            .Validate(options => options.TraceSampling is >= 0 and <= 1, "Telemetry:TraceSampling lies between 0 and 1.")
            .Validate(options => Lies(options.MetricsInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)), "Telemetry:MetricsInterval lies between 00:00:01 and 01:00:00.")
            .Validate(options => Lies(options.ExportTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)), "Telemetry:ExportTimeout lies between 00:00:00.1 and 00:01:00.")
            .Validate(options => options.MaxQueuedSpans is >= MaxSpansPerExport and <= 1_000_000, "Telemetry:MaxQueuedSpans lies between 512 and 1000000.")
            .ValidateOnStart();

        // What is wrong is said when the process starts; nothing is sent by settings that cannot be read.
        if (Uri.TryCreate(builder.Configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.OtlpEndpoint)}"], UriKind.Absolute, out var endpoint)
            && IsCollector(endpoint))
        {
            builder.AddExport(service);
        }
    }

    private static void AddExport(this IHostApplicationBuilder builder, string service)
    {
        var settings = builder.Configuration.GetSection(TelemetryOptions.Section);
        builder.Services.AddSingleton<DeliveryLog>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService(settings[nameof(TelemetryOptions.Service)] ?? service, serviceVersion: BuildVersion.Current)
                .AddAttributes([new("deployment.environment.name", settings[nameof(TelemetryOptions.Environment)] ?? builder.Environment.NameInLowerCase())]))
            .WithTracing(traces => traces
                .SetSampler(services => SamplerOf(Options(services)))
                .AddSource([.. Sources.OfSpans])
                .AddProcessor(new AnonymousGrainCalls()) // Before what sends them.
                .AddProcessor(Spans))
            .WithMetrics(metrics => metrics
                .AddMeter([.. Sources.OfMetrics])
                .AddView("http.server.request.duration", new MetricStreamConfiguration { CardinalityLimit = MaxRequestSeries })
                .AddReader(Metrics));
    }

    private static TelemetryOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<TelemetryOptions>>().Value;

    private static ParentBasedSampler SamplerOf(TelemetryOptions options)
    {
        var share = new TraceIdRatioBasedSampler(options.TraceSampling);
        return options.FollowCallers
            ? new ParentBasedSampler(share)
            : new ParentBasedSampler(share, remoteParentSampled: share, remoteParentNotSampled: share);
    }

    private static BatchActivityExportProcessor Spans(IServiceProvider services)
    {
        var options = Options(services);
        return new(
            new OtlpTraceExporter(ExporterOf(services, "v1/traces")),
            options.MaxQueuedSpans,
            SpanDelayMilliseconds,
            (int)options.ExportTimeout.TotalMilliseconds,
            MaxSpansPerExport);
    }

    private static PeriodicExportingMetricReader Metrics(IServiceProvider services)
    {
        var options = Options(services);
        return new(
            new OtlpMetricExporter(ExporterOf(services, "v1/metrics")),
            (int)options.MetricsInterval.TotalMilliseconds,
            (int)options.ExportTimeout.TotalMilliseconds)
        {
            TemporalityPreference = options.DeltaMetrics ? MetricReaderTemporalityPreference.Delta : MetricReaderTemporalityPreference.Cumulative,
        };
    }

    private static OtlpExporterOptions ExporterOf(IServiceProvider services, string path)
    {
        var options = Options(services);
        var deliveries = services.GetRequiredService<DeliveryLog>();
        return new()
        {
            Protocol = OtlpExportProtocol.HttpProtobuf,
            Endpoint = new Uri(options.OtlpEndpoint!.AbsoluteUri.TrimEnd('/') + "/" + path),
            Headers = options.OtlpHeaders,
            TimeoutMilliseconds = (int)options.ExportTimeout.TotalMilliseconds,
            HttpClientFactory = () => new HttpClient(new LoggedDelivery(deliveries, path)) { Timeout = options.ExportTimeout },
        };
    }

    internal static string NameInLowerCase(this IHostEnvironment environment) =>
        string.Create(environment.EnvironmentName.Length, environment.EnvironmentName, static (name, from) => from.AsSpan().ToLowerInvariant(name));

    private static bool IsCollector(Uri? endpoint) =>
        endpoint is null || (endpoint.IsAbsoluteUri && endpoint.Scheme is "http" or "https");

    private static bool Lies(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;
}
