namespace LoApi.Pruning;

/// <summary>
/// Removes what writes leave behind: spent tokens that have expired, answers that are kept no longer, and, much later, what
/// is left of those. One per cluster, key 0; whoever calls it sets the pace.
/// </summary>
[Alias("IPruningGrain")]
public interface IPruningGrain : IGrainWithIntegerKey
{
    /// <summary>One slice of each, the oldest first. Whether there may be more.</summary>
    [Alias("Prune")]
    Task<bool> PruneAsync();
}
