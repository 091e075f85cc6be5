using LoApi.Callers;
using LoApi.Idempotency;

namespace LoApi.Resources;

/// <summary>The request to change or delete a resource: what it is to become, and of which version it must still be.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="ExpectedVersion">The version that the change was made from.</param>
/// <param name="Changed">The resource as a whole as it is to be, with the read-only members of that version; null to delete it.</param>
/// <param name="Idempotency">The caller's key, or null where it sent none.</param>
[GenerateSerializer, Immutable, Alias("change-resource")]
public sealed record ChangeResource(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] long ExpectedVersion,
    [property: Id(2)] Resource? Changed,
    [property: Id(3)] IdempotentRequest? Idempotency) : IOptionallyKeyed;
