using System.Collections.Immutable;
using LoApi.Reference;

namespace LoApi.Countries;

/// <summary>Every country, ordered by alpha-2 code.</summary>
[GenerateSerializer, Immutable, Alias("country-table")]
public sealed record CountryTable : ReferenceTable
{
    /// <summary>The rows.</summary>
    [Id(0)]
    public required ImmutableArray<Country> Rows { get; init; }
}
