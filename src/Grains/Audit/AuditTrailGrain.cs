using System.Collections.Immutable;
using LoApi.Audit;
using LoApi.Storage.Audit;
using Orleans.Concurrency;

namespace LoApi.Grains.Audit;

/// <summary>Two at once suffice: what comes is batched already, and must not crowd out changes.</summary>
[StatelessWorker(2)]
internal sealed class AuditTrailGrain(AuditOutbox outbox) : Grain, IAuditTrailGrain
{
    public Task RecordAsync(ImmutableArray<AuditEvent> events) => outbox.AppendAsync(
    [
        .. events.Take(AuditEvent.MaxBatch).Select(reported => new AuditEntry(reported.Kind, reported.Code, reported.OccurredAt, reported.Caller)
        {
            ChangeId = reported.Id,
            Outcome = reported.Outcome,
            ResourceType = reported.ResourceType,
            ResourceId = reported.ResourceId,
            After = reported.Detail,
            PayloadDigest = reported.Caller.PayloadDigest,
        }),
    ]);
}
