using System.Collections.Immutable;

namespace LoApi.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows, in the list's order.</param>
/// <param name="Last">
/// The sort members of the last row, from which the next page goes on; null on the last page.
/// </param>
/// <param name="Total">How many rows there are, where it was asked.</param>
[GenerateSerializer, Immutable, Alias("page`1")]
public sealed record Page<T>(
    [property: Id(0)] ImmutableArray<T> Items,
    [property: Id(1)] Keyset? Last,
    [property: Id(2)] ListTotal? Total = null);
