using LoApi.Callers;
using LoApi.Idempotency;

namespace LoApi.Payoffs;

/// <summary>The request to create a payoff.</summary>
/// <param name="Caller">On whose behalf.</param>
/// <param name="IdempotencyKey">The caller's key, of which the grain's own id was derived.</param>
/// <param name="Fingerprint">SHA-256 of what was asked, as hexadecimal digits: the same key must come with the same one.</param>
/// <param name="Draft">The payoff as it was sent, well-formed but not yet held against the rules.</param>
[GenerateSerializer, Immutable, Alias("create-payoff")]
public sealed record CreatePayoff(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] string IdempotencyKey,
    [property: Id(2)] string Fingerprint,
    [property: Id(3)] Payoff Draft)
{
    /// <summary>The use of the caller's key.</summary>
    public IdempotentRequest Idempotency => new(Caller.ClientId, IdempotencyKey, Fingerprint);
}
