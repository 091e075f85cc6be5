using LoApi.Lists;
using LoApi.Locations;
using LoApi.Storage.Locations;
using Orleans.Concurrency;

namespace LoApi.Grains.Locations;

[StatelessWorker(QueryWorkers.MaxPerSilo)]
internal sealed class LocationQueryGrain(LocationRepository locations) : Grain, ILocationQueryGrain
{
    public Task<Page<Location>> ListAsync(LocationQuery query) => locations.ListAsync(query, CancellationToken.None);
}
