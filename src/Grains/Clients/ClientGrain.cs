using LoApi.Clients;
using LoApi.Grains.Caching;
using LoApi.Storage.Clients;

namespace LoApi.Grains.Clients;

/// <summary>One client. Front ends keep what it answers for a while, so it reads anew itself as long as it may.</summary>
internal sealed class ClientGrain(ClientRepository clients, TimeProvider time) : Grain, IClientGrain
{
    private CachedRow<Client> Row => field ??= new(
        this,
        time,
        ClientStaleness.Grain,
        () => clients.FindAsync(this.GetPrimaryKeyString(), CancellationToken.None));

    private ReadBudget Budget => field ??= new(time);

    public async Task<Client?> GetAsync()
    {
        if (Budget.TryTake())
        {
            Row.Invalidate();
        }

        return await Row.GetAsync();
    }
}
