using LoApi.Lists;

namespace LoApi.Payoffs;

/// <summary>Lists of payoffs. A stateless worker: any activation answers any query.</summary>
[Alias("IPayoffQueryGrain")]
public interface IPayoffQueryGrain : IGrainWithIntegerKey
{
    /// <summary>A page of the payoffs of the user's locations.</summary>
    [Alias("List")]
    Task<Page<Payoff>> ListAsync(PayoffQuery query);
}
