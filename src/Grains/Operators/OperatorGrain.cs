using LoApi.Operators;
using LoApi.Storage.Operators;
using Orleans.Concurrency;

namespace LoApi.Grains.Operators;

[StatelessWorker(maxLocalWorkers: 2)]
internal sealed class OperatorGrain(OperatorRepository operators) : Grain, IOperatorGrain
{
    public Task<OperatorKey?> FindAsync(string keyId) => operators.FindAsync(keyId, CancellationToken.None);
}
