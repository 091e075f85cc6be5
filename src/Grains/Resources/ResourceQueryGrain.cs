using LoApi.Lists;
using LoApi.Resources;
using LoApi.Storage.Resources;
using Orleans.Concurrency;

namespace LoApi.Grains.Resources;

[StatelessWorker(QueryWorkers.MaxPerSilo)]
internal sealed class ResourceQueryGrain(ResourceRepository resources) : Grain, IResourceQueryGrain
{
    public Task<Page<Resource>> ListAsync(ResourceQuery query) => resources.ListAsync(query, CancellationToken.None);
}
