namespace LoApi.Storage.Audit;

/// <summary>What waits to be chained.</summary>
/// <param name="Count">Records in the outbox.</param>
/// <param name="Oldest">When the oldest of them happened; null where there are none.</param>
public sealed record AuditBacklog(long Count, DateTimeOffset? Oldest);
