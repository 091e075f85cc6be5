using LoApi.Clients;
using LoApi.Limits;

namespace LoApi.ApiFrontend.Limits;

/// <summary>Leases from the client's grain.</summary>
internal sealed class GrainTokenSource(IGrainFactory grains, string clientId) : ITokenSource
{
    public async Task<TokenLease> LeaseAsync(int wanted) =>
        await grains.GetGrain<IClientGrain>(clientId).LeaseAsync(wanted)
        ?? throw new InvalidOperationException("The client is gone."); // Since it was authenticated.
}
