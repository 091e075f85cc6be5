using LoApi.Audit;
using LoApi.Json;
using LoApi.Storage.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Audit;

/// <summary>What lists of audit records are filtered and sorted by. Kind and type of resource narrow what one of the others finds.</summary>
internal static class AuditList
{
    public static ListColumns<AuditRecord> Columns { get; } = new(
        new("id", "change_id", ColumnKind.Uuid, record => record.Id.ToString("D")),
        new("occurred_at", "occurred_at", ColumnKind.Instant, record => InstantText.Of(record.OccurredAt)),
        new("resource_type", "resource_type", ColumnKind.Text, record => record.ResourceType!),
        new("resource_id", "resource_id", ColumnKind.Text, record => record.ResourceId!),
        new("client_id", "client_id", ColumnKind.Text, record => record.ClientId),
        new("user_id", "user_id", ColumnKind.Text, record => record.UserId!),
        new("request_id", "request_id", ColumnKind.Text, record => record.RequestId),
        new("kind", "record_kind", ColumnKind.Text, record => Code<AuditKind>.Of(record.Kind)));
}
