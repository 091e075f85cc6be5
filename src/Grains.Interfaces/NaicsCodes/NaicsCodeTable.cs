using System.Collections.Immutable;
using LoApi.Reference;

namespace LoApi.NaicsCodes;

/// <summary>Every NAICS code, ordered by code: a sector before its subsectors, and these before what they consist of.</summary>
[GenerateSerializer, Immutable, Alias("naics-code-table")]
public sealed record NaicsCodeTable : ReferenceTable
{
    /// <summary>The rows.</summary>
    [Id(0)]
    public required ImmutableArray<NaicsCode> Rows { get; init; }
}
