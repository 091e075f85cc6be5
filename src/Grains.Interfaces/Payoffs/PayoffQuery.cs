using LoApi.Lists;

namespace LoApi.Payoffs;

/// <summary>Which payoffs are asked for.</summary>
/// <param name="UserId">The user who asks; only payoffs of its locations are listed.</param>
/// <param name="List">Which of them, in what order, and which page.</param>
[GenerateSerializer, Immutable, Alias("payoff-query")]
public sealed record PayoffQuery(
    [property: Id(0)] string UserId,
    [property: Id(1)] ListRequest List);
