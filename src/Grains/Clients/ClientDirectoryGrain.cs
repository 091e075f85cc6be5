using System.Collections.Frozen;
using LoApi.Clients;
using LoApi.Storage.Clients;
using Orleans.Concurrency;

namespace LoApi.Grains.Clients;

/// <summary>The ids of all clients: a few, and as many however many are guessed.</summary>
[StatelessWorker(maxLocalWorkers: 1)]
internal sealed class ClientDirectoryGrain(ClientRepository clients, TimeProvider time) : Grain, IClientDirectoryGrain
{
    private ClientIds Ids => field ??= new(time, ReadAsync);

    public Task<bool> KnowsAsync(string clientId) => Ids.KnowsAsync(clientId);

    private async Task<FrozenSet<string>> ReadAsync() =>
        (await clients.ListIdsAsync(CancellationToken.None)).ToFrozenSet(StringComparer.Ordinal);
}
