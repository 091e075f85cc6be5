namespace LoApi.Grains.Pruning;

/// <summary>
/// How many rows the next slice has: more while there is a backlog and a slice is quickly done, so that pruning keeps up with
/// writers; fewer again where it takes so long that they would notice.
/// </summary>
/// <param name="first">Of the first slice, and of any that no backlog is known to wait behind.</param>
internal sealed class SliceSize(int first)
{
    /// <summary>No slice has more rows.</summary>
    public const int Most = 5_000;

    /// <summary>What a slice may take; a larger one than the first is not asked for again where it took longer.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(100);

    private readonly int _first = first;

    /// <summary>Of the next slice.</summary>
    public int Rows { get; private set; } = first;

    /// <summary>A slice of <see cref="Rows"/> was pruned.</summary>
    /// <param name="elapsed">How long it took, the wait for its turn included.</param>
    /// <param name="more">Whether there may be more.</param>
    public void Took(TimeSpan elapsed, bool more) => Rows = !more ? _first
        : elapsed > Bound ? Math.Max(_first, Rows / 2)
        : elapsed <= Bound / 2 ? Math.Min(Most, Rows * 2)
        : Rows;
}
