using System.Collections.Frozen;
using LoApi.Clients;
using LoApi.Grains.Caching;
using LoApi.Limits;
using LoApi.Storage.Clients;
using Orleans.Concurrency;

namespace LoApi.Grains.Clients;

/// <summary>The ids of all clients: a few, and as many however many are guessed.</summary>
[StatelessWorker(maxLocalWorkers: 1)]
internal sealed class ClientDirectoryGrain(ClientRepository clients, TimeProvider time) : Grain, IClientDirectoryGrain
{
    private CachedRow<FrozenSet<string>> Ids => field ??= new(this, time, ClientStaleness.Grain, ReadAsync);

    private SecondBudget Budget => field ??= new(time, ClientStaleness.ReadsPerSecond);

    public async Task<bool> KnowsAsync(string clientId)
    {
        if ((await Ids.GetAsync())!.Contains(clientId))
        {
            return true;
        }

        if (!Budget.TrySpend())
        {
            return false;
        }

        Ids.Invalidate(); // It may have been added a moment ago.
        return (await Ids.GetAsync())!.Contains(clientId);
    }

    private async Task<FrozenSet<string>?> ReadAsync() =>
        (await clients.ListIdsAsync(CancellationToken.None)).ToFrozenSet(StringComparer.Ordinal);
}
