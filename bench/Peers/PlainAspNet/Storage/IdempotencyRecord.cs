namespace LoApi.PlainAspNet.Storage;

internal sealed class IdempotencyRecord
{
    public required string ClientId { get; init; }

    public required string IdempotencyKey { get; init; }

    public required string Fingerprint { get; init; }

    public required string ResourceType { get; init; }

    public required string ResourceId { get; init; }

    public required int HttpStatus { get; init; }

    public required string Etag { get; init; }

    public required string ResponseBody { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required short Pruned { get; init; }
}
