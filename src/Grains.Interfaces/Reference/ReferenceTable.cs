namespace LoApi.Reference;

/// <summary>All rows of a table of reference data at one version.</summary>
[GenerateSerializer, Immutable, Alias("reference-table")]
public abstract record ReferenceTable
{
    /// <summary>Counts the imports of the table, from 1; 0 where there was none.</summary>
    [Id(0)]
    public required long Version { get; init; }
}
