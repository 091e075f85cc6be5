using System.Collections.Immutable;

namespace LoApi.Storage.Statistics;

/// <summary>A group as it is read.</summary>
internal sealed class StatsRow
{
    public string? Group0 { get; init; }

    public string? Group1 { get; init; }

    public string? Group2 { get; init; }

    public string? Group3 { get; init; }

    public required long Counted { get; init; }

    /// <summary>What tells the group from others.</summary>
    public ImmutableArray<string?> Values(int groupings) => [.. new[] { Group0, Group1, Group2, Group3 }.Take(groupings)];
}
