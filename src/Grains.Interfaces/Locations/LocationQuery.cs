using LoApi.Lists;

namespace LoApi.Locations;

/// <summary>Which locations are asked for.</summary>
/// <param name="UserId">The user whose locations are listed, and nobody else's.</param>
/// <param name="List">Which of them, in what order, and which page.</param>
[GenerateSerializer, Immutable, Alias("location-query")]
public sealed record LocationQuery(
    [property: Id(0)] string UserId,
    [property: Id(1)] ListRequest List);
