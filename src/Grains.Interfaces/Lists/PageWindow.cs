namespace LoApi.Lists;

/// <summary>How much of a list is asked for, and from where.</summary>
/// <param name="Limit">How many rows at most, 1 to <see cref="MaxLimit"/>.</param>
/// <param name="After">The place after which the page begins; null for the first page.</param>
[GenerateSerializer, Immutable, Alias("page-window")]
public sealed record PageWindow(
    [property: Id(0)] int Limit,
    [property: Id(1)] Keyset? After)
{
    /// <summary>Rows in a page where the caller does not say.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Rows in a page at most.</summary>
    public const int MaxLimit = 500;
}
