using LoApi.Clients;
using LoApi.Grains.Caching;
using LoApi.Storage.Clients;

namespace LoApi.Grains.Clients;

/// <summary>One client. Front ends keep what it answers for a while, so it reads anew itself nearly every time.</summary>
internal sealed class ClientGrain(ClientRepository clients, TimeProvider time) : Grain, IClientGrain
{
    private CachedRow<Client> Row => field ??= new(
        this,
        time,
        ClientStaleness.Grain,
        () => clients.FindAsync(this.GetPrimaryKeyString(), CancellationToken.None));

    public async Task<Client?> GetAsync() => await Row.GetAsync();
}
