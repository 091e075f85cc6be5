using LoApi.Health;
using LoApi.Storage.Health;
using Orleans.Concurrency;

namespace LoApi.Grains.Health;

[StatelessWorker(maxLocalWorkers: 2)]
internal sealed class StorageHealthGrain(StorageHealth storage) : Grain, IStorageHealthGrain
{
    public Task<bool> IsReachableAsync() => storage.IsReachableAsync(CancellationToken.None);
}
