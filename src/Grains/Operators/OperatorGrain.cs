using System.Collections.Immutable;
using LoApi.Operators;
using LoApi.Storage.Operators;
using Orleans.Concurrency;

namespace LoApi.Grains.Operators;

[StatelessWorker(maxLocalWorkers: 2)]
internal sealed class OperatorGrain(OperatorRepository operators, TimeProvider time) : Grain, IOperatorGrain
{
    public Task<OperatorKey?> FindAsync(string keyId) => operators.FindAsync(keyId, CancellationToken.None);

    public async Task<ImmutableArray<OperatorKey>> ListAsync()
    {
        var now = time.GetUtcNow();
        var keys = await operators.ListAsync(CancellationToken.None);
        return [.. keys.Where(key => key.HoldsAt(now)).OrderByDescending(key => key.CreatedAt).Take(OperatorKey.MaxListed)];
    }
}
