namespace LoApi.Storage.Idempotency;

/// <summary>The key of a row of IDEMPOTENCY_RECORD.</summary>
internal sealed class IdempotencyKeyRow
{
    public required string ClientId { get; init; }

    public required string IdempotencyKey { get; init; }
}
