using System.Text.Json;
using LoApi.Audit;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Audit;

/// <summary>A row of AUDIT_RECORD; of AUDIT_OUTBOX without what a record gets when it is chained.</summary>
internal sealed record AuditRow
{
    /// <summary>What a query of AUDIT_RECORD selects.</summary>
    public const string Columns = $"{AuditColumns.Select}, {Chained}";

    /// <summary>The same for whoever does not look at the states.</summary>
    public const string ColumnsWithoutStates = $"{AuditColumns.SelectWithoutStates}, {Chained}";

    private const string Chained = "chain_position, chained_at, key_id, member_salts, previous_hash, record_hash";

    public static RowShape Insert { get; } = RowShape.Insert(
        "AUDIT_RECORD",
        [
            AuditColumns.ChangeId,
            AuditColumns.Partition,
            .. AuditColumns.Content,
            new("chain_position", ColumnKind.Long),
            new("chained_at", ColumnKind.Instant),
            new("key_id", ColumnKind.Text, 16),
            new("member_salts", ColumnKind.Text, 2000, Nullable: true),
            new("previous_hash", ColumnKind.Text, 64),
            new("record_hash", ColumnKind.Text, 64),
        ]);

    /// <summary>What an erasure changes.</summary>
    public static RowShape Erase { get; } = RowShape.Update(
        "AUDIT_RECORD",
        [
            new("before_state", ColumnKind.Clob, Nullable: true),
            new("after_state", ColumnKind.Clob, Nullable: true),
            new("payload_digest", ColumnKind.Text, 80, Nullable: true),
            new("member_salts", ColumnKind.Text, 2000, Nullable: true),
        ],
        [AuditColumns.ChangeId]);

    public required Guid ChangeId { get; init; }

    public required int PartitionNo { get; init; }

    public long OrderNo { get; init; }

    public required string RecordKind { get; init; }

    public required string Outcome { get; init; }

    public required string OutcomeCode { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string ClientId { get; init; }

    public string? UserId { get; init; }

    public string? LocationId { get; init; }

    public string? HttpMethod { get; init; }

    public string? RequestPath { get; init; }

    public string? ResourceType { get; init; }

    public string? ResourceId { get; init; }

    public long? VersionBefore { get; init; }

    public long? VersionAfter { get; init; }

    public string? BeforeState { get; init; }

    public string? AfterState { get; init; }

    public required string RequestId { get; init; }

    public string? TraceId { get; init; }

    public string? RemoteIp { get; init; }

    public string? PayloadDigest { get; init; }

    public long ChainPosition { get; init; }

    public DateTimeOffset ChainedAt { get; init; }

    public string KeyId { get; init; } = "";

    public string? MemberSalts { get; init; }

    public string PreviousHash { get; init; } = "";

    public string RecordHash { get; init; } = "";

    public Row ToInsert() => Insert.Row(
        ChangeId,
        PartitionNo,
        RecordKind,
        Outcome,
        OutcomeCode,
        OccurredAt,
        ClientId,
        UserId,
        LocationId,
        HttpMethod,
        RequestPath,
        ResourceType,
        ResourceId,
        VersionBefore,
        VersionAfter,
        BeforeState,
        AfterState,
        RequestId,
        TraceId,
        RemoteIp,
        PayloadDigest,
        ChainPosition,
        ChainedAt,
        KeyId,
        MemberSalts,
        PreviousHash,
        RecordHash);

    public Row ToErase() => Erase.Row(BeforeState, AfterState, PayloadDigest, MemberSalts, ChangeId);

    public Row ToOutboxDelete() => AuditOutboxTable.Delete.Row(PartitionNo, OrderNo, ChangeId);

    public AuditRecord ToRecord() => new()
    {
        Id = ChangeId,
        Partition = PartitionNo,
        Position = ChainPosition,
        Kind = StoredCode.Parse<AuditKind>(RecordKind),
        Outcome = StoredCode.Parse<AuditOutcome>(Outcome),
        Code = OutcomeCode,
        OccurredAt = OccurredAt,
        ClientId = ClientId,
        UserId = UserId,
        LocationId = LocationId,
        Method = HttpMethod,
        Path = RequestPath,
        ResourceType = ResourceType,
        ResourceId = ResourceId,
        VersionBefore = VersionBefore,
        VersionAfter = VersionAfter,
        Before = Json(BeforeState),
        After = Json(AfterState),
        RequestId = RequestId,
        TraceId = TraceId,
        RemoteIp = RemoteIp,
        PayloadDigest = PayloadDigest,
        PreviousHash = PreviousHash,
        Hash = RecordHash,
    };

    /// <summary>Whoever tampered with a row must not make the answer that shows it unreadable.</summary>
    private static string? Json(string? state)
    {
        if (state is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(state);
            return state;
        }
        catch (JsonException)
        {
            return JsonSerializer.Serialize(state);
        }
    }
}
