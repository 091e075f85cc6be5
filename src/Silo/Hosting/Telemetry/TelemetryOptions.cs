namespace LoApi.Silo.Telemetry;

/// <summary>Traces and metrics for a collector. Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Telemetry";

    /// <summary>
    /// Where an OpenTelemetry collector, or an agent that is one, takes OTLP over HTTP (protobuf), such as
    /// <c>http://127.0.0.1:4318</c>; <c>/v1/traces</c> and <c>/v1/metrics</c> are added. Default none: nothing is traced
    /// and nothing sent.
    /// </summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Headers that the receiver asks for, <c>name=value</c>, separated by commas. A secret. Default none.</summary>
    public string? OtlpHeaders { get; set; }

    /// <summary>The share of requests that is traced, by their trace ids, 0 to 1. Default 0.01.</summary>
    public double TraceSampling { get; set; } = 0.01;

    /// <summary>
    /// Whether a request is traced or not as its caller's <c>traceparent</c> says; where it has none, or this is false,
    /// <see cref="TraceSampling"/> says. Default true.
    /// </summary>
    public bool FollowCallers { get; set; } = true;

    /// <summary>How often metrics are sent. Default 30 seconds, 1 second to 1 hour.</summary>
    public TimeSpan MetricsInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a delivery tells what happened since the last one, as Datadog's agent asks for, rather than since the start. Default false.</summary>
    public bool DeltaMetrics { get; set; }

    /// <summary>How long one delivery may take before it is given up. Default 10 seconds, 100 milliseconds to 1 minute.</summary>
    public TimeSpan ExportTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Spans that wait for delivery at most; those beyond are dropped. Default 2048, 512 to 1,000,000.</summary>
    public int MaxQueuedSpans { get; set; } = 2048;

    /// <summary>What the process is called. Default <c>loapi-frontend</c> or <c>loapi-silo</c>.</summary>
    public string? Service { get; set; }

    /// <summary>Where it runs, such as <c>production</c>. Default the host's environment, in lower case.</summary>
    public string? Environment { get; set; }
}
