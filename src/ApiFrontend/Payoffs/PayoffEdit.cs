using LoApi.ApiFrontend.Binding;
using LoApi.Payoffs;

namespace LoApi.ApiFrontend.Payoffs;

/// <summary>What a request asks a payoff to become, whatever it is at the moment.</summary>
/// <param name="CanonicalBody">What the request is recognised by, beside its method and route; null where it was not understood, and so cannot have had an answer.</param>
/// <param name="Apply">What it makes of a version.</param>
internal sealed record PayoffEdit(byte[]? CanonicalBody, Func<Payoff, ParsedBody<Payoff>> Apply);
