using System.Collections.Immutable;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Audit;

/// <summary>The columns that AUDIT_OUTBOX and AUDIT_RECORD share.</summary>
internal static class AuditColumns
{
    /// <summary>What a record says, as a query selects it.</summary>
    public const string Select = $"{What}, before_state, after_state,\n  {How}";

    /// <summary>The same without the states, which may be long.</summary>
    public const string SelectWithoutStates = $"{What},\n  {How}";

    private const string What =
        """
        change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
          client_id, user_id, location_id, http_method, request_path,
          resource_type, resource_id, version_before, version_after
        """;

    private const string How = "request_id, trace_id, remote_ip, payload_digest";

    public static Column ChangeId { get; } = new("change_id", ColumnKind.Uuid);

    public static Column Partition { get; } = new("partition_no", ColumnKind.Int);

    /// <summary>What a record says, beside its id and its partition.</summary>
    public static ImmutableArray<Column> Content { get; } =
    [
        new("record_kind", ColumnKind.Text, 10),
        new("outcome", ColumnKind.Text, 10),
        new("outcome_code", ColumnKind.Text, 60),
        new("occurred_at", ColumnKind.Instant),
        new("client_id", ColumnKind.Text, 100),
        new("user_id", ColumnKind.Text, 100, Nullable: true),
        new("location_id", ColumnKind.Text, 100, Nullable: true),
        new("http_method", ColumnKind.Text, 20, Nullable: true),
        new("request_path", ColumnKind.Text, 500, Nullable: true),
        new("resource_type", ColumnKind.Text, 40, Nullable: true),
        new("resource_id", ColumnKind.Text, 100, Nullable: true),
        new("version_before", ColumnKind.Long, Nullable: true),
        new("version_after", ColumnKind.Long, Nullable: true),
        new("before_state", ColumnKind.Clob, Nullable: true),
        new("after_state", ColumnKind.Clob, Nullable: true),
        new("request_id", ColumnKind.Text, 100),
        new("trace_id", ColumnKind.Text, 40, Nullable: true),
        new("remote_ip", ColumnKind.Text, 60, Nullable: true),
        new("payload_digest", ColumnKind.Text, 80, Nullable: true),
    ];
}
