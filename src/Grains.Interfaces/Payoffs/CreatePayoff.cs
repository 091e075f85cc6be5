using LoApi.Callers;
using LoApi.Idempotency;

namespace LoApi.Payoffs;

/// <summary>The request to create a payoff.</summary>
/// <param name="Caller">On whose behalf.</param>
/// <param name="Idempotency">The use of the caller's key, of which the grain's own id was derived.</param>
/// <param name="Draft">The payoff as it was sent, well-formed but not yet held against the rules.</param>
[GenerateSerializer, Immutable, Alias("create-payoff")]
public sealed record CreatePayoff(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] IdempotentRequest Idempotency,
    [property: Id(2)] Payoff Draft);
