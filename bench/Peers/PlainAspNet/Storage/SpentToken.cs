namespace LoApi.PlainAspNet.Storage;

internal sealed class SpentToken
{
    public required string TokenId { get; init; }

    public required string Fingerprint { get; init; }

    public required DateTime ExpiresAt { get; init; }
}
