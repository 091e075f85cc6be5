using LoApi.Limits;
using Orleans.Concurrency;

namespace LoApi.Clients;

/// <summary>
/// One client, by id. Ask <see cref="IClientDirectoryGrain"/> first whether there is one: an id that a stranger made up
/// must not become an activation.
/// </summary>
[Alias("IClientGrain")]
public interface IClientGrain : IGrainWithStringKey
{
    /// <summary>The client as it stood in the database at most <see cref="ClientStaleness.Grain"/> ago, or null where there is none with this id.</summary>
    /// <remarks>A read that hangs does not hold up <see cref="LeaseAsync"/>.</remarks>
    [Alias("Get"), AlwaysInterleave]
    Task<Client?> GetAsync();

    /// <summary>
    /// Leases up to so many requests of the client's limit to a front end, on the terms of <see cref="LeaseTerms"/>; they
    /// are debited now. Null where there is no client with this id.
    /// </summary>
    /// <remarks>A call that is repeated because its answer was lost debits twice: requests of the limit are lost so, never gained.</remarks>
    [Alias("Lease")]
    Task<TokenLease?> LeaseAsync(int wanted);
}
