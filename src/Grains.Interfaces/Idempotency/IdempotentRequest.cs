namespace LoApi.Idempotency;

/// <summary>The use of an idempotency key.</summary>
/// <param name="ClientId">Whose key it is.</param>
/// <param name="Key">The caller's key.</param>
/// <param name="Fingerprint">SHA-256 of what was asked, as hexadecimal digits: the same key must come with the same one.</param>
[GenerateSerializer, Immutable, Alias("idempotent-request")]
public sealed record IdempotentRequest(
    [property: Id(0)] string ClientId,
    [property: Id(1)] string Key,
    [property: Id(2)] string Fingerprint)
{
    /// <summary>Tells the attempts at one request apart.</summary>
    [Id(3)]
    public Guid Attempt { get; init; }
}
