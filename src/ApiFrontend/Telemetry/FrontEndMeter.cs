using System.Diagnostics.Metrics;

namespace LoApi.ApiFrontend.Telemetry;

/// <summary>The meter of the front end; the instruments are made by the features that measure.</summary>
internal static class FrontEndMeter
{
    public const string Name = "LoApi.ApiFrontend";

    /// <summary>Buckets of durations, in seconds: those of <c>http.server.request.duration</c>.</summary>
    public static InstrumentAdvice<double> Seconds { get; } = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    /// <summary>The same for all of a host.</summary>
    public static Meter Of(IMeterFactory meters) => meters.Create(Name);
}
