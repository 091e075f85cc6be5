using System.Collections.Immutable;

namespace LoApi.Audit;

/// <summary>Front ends' way to the audit log. A stateless worker: any activation takes any batch.</summary>
[Alias("IAuditTrailGrain")]
public interface IAuditTrailGrain : IGrainWithIntegerKey
{
    /// <summary>Commits events, at most <see cref="AuditEvent.MaxBatch"/>, all or none; a batch that is reported again is recorded once.</summary>
    [Alias("Record")]
    Task RecordAsync(ImmutableArray<AuditEvent> events);
}
