using System.Collections.Immutable;

namespace LoApi.Statistics;

/// <summary>How many there are of a kind.</summary>
/// <param name="Values">What tells the group from others, in the order of <see cref="StatsRequest.GroupBy"/>; null where there is nothing.</param>
/// <param name="Count">How many.</param>
[GenerateSerializer, Immutable, Alias("stats-group")]
public sealed record StatsGroup(
    [property: Id(0)] ImmutableArray<string?> Values,
    [property: Id(1)] long Count);
