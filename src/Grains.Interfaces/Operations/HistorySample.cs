namespace LoApi.Operations;

/// <summary>What happened in one slot of ten seconds.</summary>
/// <param name="Slot">Which: Unix time in seconds, divided by ten.</param>
/// <param name="Requests">Requests that were answered.</param>
/// <param name="ClientErrors">Those of them with a status of 400 to 499.</param>
/// <param name="ServerErrors">Those of them with a status of 500 and more.</param>
/// <param name="SlowestMs">The 99th percentile of their durations, in milliseconds.</param>
/// <param name="WaitingWrites">Change sets that waited for a batch at its end.</param>
/// <param name="WaitingAudit">Records that waited to be chained at its end.</param>
/// <param name="Activations">Grains in memory at its end.</param>
[GenerateSerializer, Immutable, Alias("history-sample")]
public sealed record HistorySample(
    [property: Id(0)] long Slot,
    [property: Id(1)] long Requests,
    [property: Id(2)] long ClientErrors,
    [property: Id(3)] long ServerErrors,
    [property: Id(4)] double SlowestMs,
    [property: Id(5)] long WaitingWrites,
    [property: Id(6)] long WaitingAudit,
    [property: Id(7)] long Activations)
{
    /// <summary>Seconds of a slot.</summary>
    public const int Seconds = 10;

    /// <summary>Slots that are kept: an hour.</summary>
    public const int Kept = 360;

    /// <summary>The same slot of two processes.</summary>
    public HistorySample With(HistorySample other) => new(
        Slot,
        Requests + other.Requests,
        ClientErrors + other.ClientErrors,
        ServerErrors + other.ServerErrors,
        Math.Max(SlowestMs, other.SlowestMs),
        WaitingWrites + other.WaitingWrites,
        Math.Max(WaitingAudit, other.WaitingAudit), // All tell of the same outbox.
        Activations + other.Activations);
}
