namespace LoApi.Audit;

/// <summary>
/// Carries the records of one partition from the outbox into the audit log. Its key is the partition, 0 to
/// <see cref="AuditPartition.Count"/> - 1. Whoever calls it sets the pace.
/// </summary>
[Alias("IAuditStreamGrain")]
public interface IAuditStreamGrain : IGrainWithIntegerKey
{
    /// <summary>Chains a bounded number of the records that wait. Whether there may be more, and another call would come further.</summary>
    [Alias("Chain")]
    Task<bool> ChainAsync();
}
