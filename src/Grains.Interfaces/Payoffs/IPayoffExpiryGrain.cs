namespace LoApi.Payoffs;

/// <summary>Expires payoffs whose date went by without the money. One per cluster, key 0; whoever calls it sets the pace.</summary>
[Alias("IPayoffExpiryGrain")]
public interface IPayoffExpiryGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// One round: expires the payoffs that have been due longest, a bounded number of them. Whether there may be more,
    /// and another round would come further.
    /// </summary>
    [Alias("Sweep")]
    Task<bool> SweepAsync();
}
