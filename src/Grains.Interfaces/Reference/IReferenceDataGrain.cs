namespace LoApi.Reference;

/// <summary>One table of reference data, by its name (<see cref="ReferenceTableName"/>).</summary>
[Alias("IReferenceDataGrain")]
public interface IReferenceDataGrain : IGrainWithStringKey
{
    /// <summary>
    /// The table where its version differs from <paramref name="knownVersion"/>, else null: a process that holds a
    /// snapshot asks again at little cost, and one that holds none sends -1.
    /// </summary>
    [Alias("GetIfChanged")]
    Task<ReferenceTable?> GetIfChangedAsync(long knownVersion);
}
