using LoApi.Storage.Sql;

namespace LoApi.Storage.Idempotency;

/// <summary>A row of IDEMPOTENCY_RECORD, both ways.</summary>
internal sealed class IdempotencyRow
{
    public static RowShape Insert { get; } = RowShape.Insert(
        "IDEMPOTENCY_RECORD",
        new Column("client_id", ColumnKind.Text, 100),
        new Column("idempotency_key", ColumnKind.Text, 255),
        new Column("fingerprint", ColumnKind.Text, 64),
        new Column("resource_type", ColumnKind.Text, 40),
        new Column("resource_id", ColumnKind.Text, 100),
        new Column("http_status", ColumnKind.Int),
        new Column("etag", ColumnKind.Text, 100),
        new Column("response_body", ColumnKind.Clob),
        new Column("created_at", ColumnKind.Instant));

    public required string ClientId { get; init; }

    public required string IdempotencyKey { get; init; }

    public required string Fingerprint { get; init; }

    public required string ResourceType { get; init; }

    public required string ResourceId { get; init; }

    public required int HttpStatus { get; init; }

    public required string Etag { get; init; }

    public required string ResponseBody { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static Row ToInsert(IdempotencyRecord record) => Insert.Row(
        record.ClientId,
        record.Key,
        record.Fingerprint,
        record.ResourceType,
        record.ResourceId,
        record.Status,
        record.ETag,
        record.Body,
        record.CreatedAt);

    public IdempotencyRecord ToRecord() =>
        new(ClientId, IdempotencyKey, Fingerprint, ResourceType, ResourceId, HttpStatus, Etag, ResponseBody, CreatedAt);
}
