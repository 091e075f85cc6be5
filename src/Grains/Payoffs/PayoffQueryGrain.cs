using LoApi.Lists;
using LoApi.Payoffs;
using LoApi.Storage.Payoffs;
using Orleans.Concurrency;

namespace LoApi.Grains.Payoffs;

[StatelessWorker(QueryWorkers.MaxPerSilo)]
internal sealed class PayoffQueryGrain(PayoffRepository payoffs) : Grain, IPayoffQueryGrain
{
    public Task<Page<Payoff>> ListAsync(PayoffQuery query) => payoffs.ListAsync(query, CancellationToken.None);
}
