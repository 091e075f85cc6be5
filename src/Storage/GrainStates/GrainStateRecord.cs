namespace LoApi.Storage.GrainStates;

/// <summary>A piece of a grain's state, as it is stored.</summary>
/// <param name="Json">The state.</param>
/// <param name="Version">Counts its writes, from 1.</param>
public sealed record GrainStateRecord(string Json, long Version);
