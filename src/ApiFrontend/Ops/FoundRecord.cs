using LoApi.Audit;
using LoApi.Json;

namespace LoApi.ApiFrontend.Ops;

/// <summary>A record of the audit log, as a search shows it: who did what to what, and not what that held.</summary>
internal sealed record FoundRecord(
    Guid Id,
    DateTimeOffset OccurredAt,
    string Kind,
    string Outcome,
    string Code,
    string ClientId,
    string? UserId,
    string? LocationId,
    string? Method,
    string? Path,
    string? ResourceType,
    string? ResourceId,
    long? VersionBefore,
    long? VersionAfter,
    string RequestId,
    string? TraceId)
{
    public static FoundRecord Of(AuditRecord record) => new(
        record.Id,
        record.OccurredAt,
        Code<AuditKind>.Of(record.Kind),
        Code<AuditOutcome>.Of(record.Outcome),
        record.Code,
        record.ClientId,
        record.UserId,
        record.LocationId,
        record.Method,
        record.Path,
        record.ResourceType,
        record.ResourceId,
        record.VersionBefore,
        record.VersionAfter,
        record.RequestId,
        record.TraceId);
}
