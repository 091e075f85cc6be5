using System.Collections.Immutable;

namespace LoApi.Lists;

/// <summary>Which rows of a list are asked for, in what order, and which page of them.</summary>
/// <param name="Filters">What rows must meet.</param>
/// <param name="Sort">What they are ordered by; never empty, and its last member tells any two rows apart.</param>
/// <param name="Window">Which page.</param>
/// <param name="Count">Whether all rows that meet the filters are counted.</param>
[GenerateSerializer, Immutable, Alias("list-request")]
public sealed record ListRequest(
    [property: Id(0)] ImmutableArray<Filter> Filters,
    [property: Id(1)] ImmutableArray<SortMember> Sort,
    [property: Id(2)] PageWindow Window,
    [property: Id(3)] bool Count);
