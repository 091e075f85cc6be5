using System.Runtime.InteropServices;

namespace LoApi.Limits;

/// <summary>How a client stands with its daily quota.</summary>
/// <param name="Quota">Requests a day, midnight to midnight in UTC.</param>
/// <param name="Remaining">How many of them are not leased yet.</param>
/// <param name="ResetsIn">How long until midnight.</param>
[StructLayout(LayoutKind.Auto)]
[GenerateSerializer, Immutable, Alias("daily-quota")]
public readonly record struct DailyQuota(
    [property: Id(0)] long Quota,
    [property: Id(1)] long Remaining,
    [property: Id(2)] TimeSpan ResetsIn);
