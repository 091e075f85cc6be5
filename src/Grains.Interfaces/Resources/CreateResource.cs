using LoApi.Callers;
using LoApi.Idempotency;

namespace LoApi.Resources;

/// <summary>The request to create a resource.</summary>
/// <param name="Caller">Who asks; the resource will be this client's.</param>
/// <param name="Idempotency">The use of the caller's key, of which the grain's own id was derived.</param>
/// <param name="Draft">The resource as it was sent, well-formed but not yet held against the rules.</param>
[GenerateSerializer, Immutable, Alias("create-resource")]
public sealed record CreateResource(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] IdempotentRequest Idempotency,
    [property: Id(2)] Resource Draft);
