using LoApi.Callers;
using LoApi.Idempotency;

namespace LoApi.Payoffs;

/// <summary>The request to change a payoff: what it is to become, and of which version it must still be.</summary>
/// <param name="Caller">On whose behalf.</param>
/// <param name="ExpectedVersion">The version that the change was made from.</param>
/// <param name="Changed">The payoff as a whole as it is to be, with the read-only members of that version.</param>
/// <param name="Idempotency">The caller's key, or null where it sent none.</param>
[GenerateSerializer, Immutable, Alias("change-payoff")]
public sealed record ChangePayoff(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] long ExpectedVersion,
    [property: Id(2)] Payoff Changed,
    [property: Id(3)] IdempotentRequest? Idempotency) : IOptionallyKeyed;
