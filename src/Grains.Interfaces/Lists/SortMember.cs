namespace LoApi.Lists;

/// <summary>A member that rows are ordered by.</summary>
/// <param name="Name">The member's name in JSON.</param>
/// <param name="Descending">Whether greater or later values come first.</param>
[GenerateSerializer, Immutable, Alias("sort-member")]
public sealed record SortMember(
    [property: Id(0)] string Name,
    [property: Id(1)] bool Descending);
