using System.Text.Json.Serialization;
using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Reporting;

/// <summary>A distribution of durations, in milliseconds. A percentile is null where fewer than that share have a duration.</summary>
internal sealed record LatencySummary(
    long Count,
    double Min,
    double Mean,
    double? P50,
    double? P90,
    double? P99,
    [property: JsonPropertyName("p99_9")] double? P999,
    double Max)
{
    /// <param name="histogram">What was recorded.</param>
    /// <param name="later">Requests without a duration, which in the percentiles count as later than all others.</param>
    public static LatencySummary Of(LatencyHistogram histogram, long later)
    {
        return new(
            histogram.Count,
            Milliseconds(histogram.Min),
            Milliseconds(histogram.Mean),
            Percentile(50m),
            Percentile(90m),
            Percentile(99m),
            Percentile(99.9m),
            Milliseconds(histogram.Max));

        double? Percentile(decimal percent) => histogram.Percentile(percent, later) is { } duration ? Milliseconds(duration) : null;
    }

    private static double Milliseconds(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 4);
}
