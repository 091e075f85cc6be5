namespace LoApi.Operations;

/// <summary>What the board knows of a process from now on.</summary>
/// <param name="Slot">The last slot that it was told.</param>
/// <param name="Problem">The last problem that it was told.</param>
/// <param name="WasKnown">Whether it knew the process before; if not, it wants to be told everything.</param>
[GenerateSerializer, Immutable, Alias("report-receipt")]
public sealed record ReportReceipt(
    [property: Id(0)] long Slot,
    [property: Id(1)] long Problem,
    [property: Id(2)] bool WasKnown);
