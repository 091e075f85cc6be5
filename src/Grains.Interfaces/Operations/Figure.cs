namespace LoApi.Operations;

/// <summary>A number that an operator looks at.</summary>
/// <param name="Name">What it counts or measures.</param>
/// <param name="Label">Of which route, client, grain or the like; empty where there is but one.</param>
/// <param name="Value">The number.</param>
/// <param name="Merge">What it comes to together with those of other processes.</param>
[GenerateSerializer, Immutable, Alias("figure")]
public sealed record Figure(
    [property: Id(0)] string Name,
    [property: Id(1)] string Label,
    [property: Id(2)] double Value,
    [property: Id(3)] FigureMerge Merge);
