using System.Text.Json.Serialization;
using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Reporting;

/// <summary>A distribution of durations, in milliseconds.</summary>
internal sealed record LatencySummary(
    long Count,
    double Min,
    double Mean,
    double P50,
    double P90,
    double P99,
    [property: JsonPropertyName("p99_9")] double P999,
    double Max)
{
    public static LatencySummary Of(LatencyHistogram histogram) => new(
        histogram.Count,
        Milliseconds(histogram.Min),
        Milliseconds(histogram.Mean),
        Milliseconds(histogram.Percentile(50m)),
        Milliseconds(histogram.Percentile(90m)),
        Milliseconds(histogram.Percentile(99m)),
        Milliseconds(histogram.Percentile(99.9m)),
        Milliseconds(histogram.Max));

    private static double Milliseconds(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 4);
}
