using System.Text.Json.Serialization;

namespace LoApi.Comparison.Loads;

/// <summary>What <c>bench/replay.lua</c> printed.</summary>
/// <param name="Requests">Requests that were answered.</param>
/// <param name="Seconds">In so many seconds.</param>
/// <param name="P50Ms">Median latency.</param>
/// <param name="P99Ms">99th percentile of latency.</param>
/// <param name="Refused">Answers of 400 and more.</param>
/// <param name="TransportErrors">Requests without an answer.</param>
/// <param name="Exhausted">There were too few requests.</param>
internal sealed record WrkRun(
    long Requests,
    double Seconds,
    [property: JsonPropertyName("p50_ms")] double P50Ms,
    [property: JsonPropertyName("p99_ms")] double P99Ms,
    long Refused,
    long TransportErrors,
    bool Exhausted)
{
    public double PerSecond => Seconds > 0 ? Requests / Seconds : 0;

    /// <summary>Why it does not count; null where it does.</summary>
    public string? Fault => this switch
    {
        { Refused: > 0 } => $"{Refused} of {Requests} requests were refused",
        { TransportErrors: > 0 } => $"{TransportErrors} requests were not answered",
        { Exhausted: true } => "there were too few requests",
        { Requests: 0 } => "no request was answered",
        _ => null,
    };
}
