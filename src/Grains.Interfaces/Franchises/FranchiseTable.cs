using System.Collections.Immutable;
using LoApi.Reference;

namespace LoApi.Franchises;

/// <summary>Every franchise, ordered by code.</summary>
[GenerateSerializer, Immutable, Alias("franchise-table")]
public sealed record FranchiseTable : ReferenceTable
{
    /// <summary>The rows.</summary>
    [Id(0)]
    public required ImmutableArray<Franchise> Rows { get; init; }
}
