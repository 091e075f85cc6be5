using System.Collections.Immutable;
using LoApi.Lists;

namespace LoApi.Statistics;

/// <summary>A question to the statistics.</summary>
/// <param name="Subject">What is counted.</param>
/// <param name="GroupBy">By what, at most <see cref="MaxGroupings"/> names; empty for all together.</param>
/// <param name="Filters">What is counted meets them.</param>
/// <param name="Limit">How many groups are answered at most, the largest, 1 to <see cref="MaxLimit"/>.</param>
[GenerateSerializer, Immutable, Alias("stats-request")]
public sealed record StatsRequest(
    [property: Id(0)] StatsSubject Subject,
    [property: Id(1)] ImmutableArray<string> GroupBy,
    [property: Id(2)] ImmutableArray<Filter> Filters,
    [property: Id(3)] int Limit)
{
    /// <summary>Names to group by at most.</summary>
    public const int MaxGroupings = 4;

    /// <summary>Groups where the caller does not say.</summary>
    public const int DefaultLimit = 100;

    /// <summary>Groups at most.</summary>
    public const int MaxLimit = 1_000;
}
