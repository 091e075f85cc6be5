namespace LoApi.Reliability.Databases;

/// <summary>What a record of the audit log, chained or about to be, says of a change of a payoff.</summary>
internal sealed record StoredChange(Guid PayoffId, long Version);
