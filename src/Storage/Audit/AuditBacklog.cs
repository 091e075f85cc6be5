namespace LoApi.Storage.Audit;

/// <summary>What waits to be chained.</summary>
/// <param name="Count">Records in the outbox; <see cref="Cap"/> and one where there are so many or more.</param>
/// <param name="Oldest">When the oldest of those that were counted happened; null where there are none.</param>
public sealed record AuditBacklog(long Count, DateTimeOffset? Oldest)
{
    /// <summary>Records that are counted at most, but for one: a look must end also when much waits.</summary>
    public const int Cap = 100_000;
}
