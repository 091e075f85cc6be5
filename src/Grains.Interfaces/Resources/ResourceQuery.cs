using LoApi.Lists;

namespace LoApi.Resources;

/// <summary>Which resources are asked for.</summary>
/// <param name="ClientId">The client that asks; only its own resources are listed.</param>
/// <param name="List">Which of them, in what order, and which page.</param>
[GenerateSerializer, Immutable, Alias("resource-query")]
public sealed record ResourceQuery(
    [property: Id(0)] string ClientId,
    [property: Id(1)] ListRequest List);
