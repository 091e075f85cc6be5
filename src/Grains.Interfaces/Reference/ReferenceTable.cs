namespace LoApi.Reference;

/// <summary>All rows of a table of reference data at one version.</summary>
[GenerateSerializer, Immutable, Alias("reference-table")]
public abstract record ReferenceTable
{
    /// <summary>Counts the imports of the table, from 1.</summary>
    [Id(0)]
    public required long Version { get; init; }
}
