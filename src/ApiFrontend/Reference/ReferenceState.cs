namespace LoApi.ApiFrontend.Reference;

/// <summary>What this process holds of a table of reference data.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Version">The version of the snapshot.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Age">How long ago it was held against the grain's version.</param>
/// <param name="Since">Since when this process holds the table, in whatever version.</param>
internal sealed record ReferenceState(string Table, long Version, int Rows, TimeSpan Age, DateTimeOffset Since);
