using LoApi.Storage.Sql;

namespace LoApi.Storage.Idempotency;

/// <summary>A row of IDEMPOTENCY_RECORD, both ways.</summary>
internal sealed class IdempotencyRow
{
    /// <summary>What a query selects.</summary>
    public const string Columns =
        """
        client_id, idempotency_key, fingerprint, resource_type, resource_id,
          http_status, etag, response_body, created_at, pruned
        """;

    private static readonly Column Client = new("client_id", ColumnKind.Text, 100);
    private static readonly Column Key = new("idempotency_key", ColumnKind.Text, 255);
    private static readonly Column Resource = new("resource_id", ColumnKind.Text, 100);
    private static readonly Column Tag = new("etag", ColumnKind.Text, 100);
    private static readonly Column Body = new("response_body", ColumnKind.Clob);
    private static readonly Column IsPruned = new("pruned", ColumnKind.Bool);

    public static RowShape Insert { get; } = RowShape.Insert(
        "IDEMPOTENCY_RECORD",
        Client,
        Key,
        new Column("fingerprint", ColumnKind.Text, 64),
        new Column("resource_type", ColumnKind.Text, 40),
        Resource,
        new Column("http_status", ColumnKind.Int),
        Tag,
        Body,
        new Column("created_at", ColumnKind.Instant));

    /// <summary>What an erasure changes, unless only a tombstone is left.</summary>
    public static RowShape Erase { get; } = RowShape.Update("IDEMPOTENCY_RECORD", [Body], [Client, Key, IsPruned]);

    /// <summary>What is left of one that is kept no longer; what must not be empty is as short as can be.</summary>
    public static RowShape Entomb { get; } = RowShape.Update(
        "IDEMPOTENCY_RECORD", [Resource, Tag, Body, IsPruned], [Client, Key]);

    /// <summary>The end of a tombstone, and of nothing else.</summary>
    public static RowShape Delete { get; } = RowShape.Delete("IDEMPOTENCY_RECORD", Client, Key, IsPruned);

    public required string ClientId { get; init; }

    public required string IdempotencyKey { get; init; }

    public required string Fingerprint { get; init; }

    public required string ResourceType { get; init; }

    public required string ResourceId { get; init; }

    public required int HttpStatus { get; init; }

    public required string Etag { get; init; }

    public required string ResponseBody { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Pruned { get; init; }

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

    public static Row ToErase(IdempotencyRow row, string body) => Erase.Row(body, row.ClientId, row.IdempotencyKey, false);

    public static Row ToEntomb(IdempotencyKeyRow row) => Entomb.Row("-", "-", "null", true, row.ClientId, row.IdempotencyKey);

    public static Row ToDelete(IdempotencyKeyRow row) => Delete.Row(row.ClientId, row.IdempotencyKey, true);

    public IdempotencyRecord ToRecord() =>
        new(ClientId, IdempotencyKey, Fingerprint, ResourceType, ResourceId, HttpStatus, Etag, ResponseBody, CreatedAt)
        {
            IsTombstone = Pruned != 0,
        };
}
