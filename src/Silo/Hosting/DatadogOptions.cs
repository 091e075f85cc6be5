namespace LoApi.Silo;

/// <summary>
/// How Datadog knows this process. Section <c>Datadog</c>. Where any of it is set, every log line has <c>dd.service</c>,
/// <c>dd.env</c>, <c>dd.version</c> and the trace's <c>dd.trace_id</c> and <c>dd.span_id</c>, by which Datadog links logs and
/// traces, whoever brings the lines there.
/// </summary>
public sealed class DatadogOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Datadog";

    /// <summary>A key of Datadog's API, to send log lines there directly: in the cluster distribution. A secret. Default none: an agent collects them from standard output.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Which of Datadog's sites. Default <c>datadoghq.com</c>.</summary>
    public string Site { get; set; } = "datadoghq.com";

    /// <summary>The service. Default as in <c>Telemetry:Service</c>.</summary>
    public string? Service { get; set; }

    /// <summary>The environment. Default as in <c>Telemetry:Environment</c>.</summary>
    public string? Env { get; set; }

    /// <summary>Where lines are sent in place of the site's intake, such as a proxy. Default none.</summary>
    public Uri? IntakeUrl { get; set; }

    /// <summary>Lines that wait to be sent at most; those beyond are dropped. Default 10,000.</summary>
    public int MaxQueuedLines { get; set; } = 10_000;
}
