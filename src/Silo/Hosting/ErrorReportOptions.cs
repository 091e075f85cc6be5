namespace LoApi.Silo;

/// <summary>Errors and slow requests for Sentry: in the cluster distribution. Section <c>Sentry</c>.</summary>
public sealed class ErrorReportOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sentry";

    /// <summary>The project's address, with its key. Default none: nothing is reported.</summary>
    public string? Dsn { get; set; }

    /// <summary>What runs. Default the version of the build.</summary>
    public string? Release { get; set; }

    /// <summary>Where it runs. Default as in <c>Telemetry:Environment</c>.</summary>
    public string? Environment { get; set; }

    /// <summary>The share of errors that are reported, more than 0 to 1. Default 1.</summary>
    public float SampleRate { get; set; } = 1;

    /// <summary>The share of requests that are reported as transactions, 0 to 1. Default 0: traces go out over OTLP, which Sentry takes as well.</summary>
    public double TracesSampleRate { get; set; }

    /// <summary>Reports that wait to be sent at most; those beyond are dropped. Default 100.</summary>
    public int MaxQueuedReports { get; set; } = 100;
}
