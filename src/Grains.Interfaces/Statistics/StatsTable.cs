using System.Collections.Immutable;

namespace LoApi.Statistics;

/// <summary>What was counted.</summary>
/// <param name="Groups">The largest group first; of those of one size in binary order.</param>
/// <param name="Truncated">Whether there are more groups than were asked for.</param>
[GenerateSerializer, Immutable, Alias("stats-table")]
public sealed record StatsTable(
    [property: Id(0)] ImmutableArray<StatsGroup> Groups,
    [property: Id(1)] bool Truncated);
