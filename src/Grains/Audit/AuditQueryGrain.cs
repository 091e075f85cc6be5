using LoApi.Audit;
using LoApi.Lists;
using LoApi.Storage.Audit;
using Orleans.Concurrency;

namespace LoApi.Grains.Audit;

[StatelessWorker(QueryWorkers.MaxPerSilo)]
internal sealed class AuditQueryGrain(AuditRepository records) : Grain, IAuditQueryGrain
{
    public Task<Page<AuditRecord>> ListAsync(ListRequest list) => records.ListAsync(list, CancellationToken.None);

    public Task<Page<AuditRecord>> ListWithoutStatesAsync(ListRequest list) =>
        records.ListWithoutStatesAsync(list, CancellationToken.None);

    public Task<AuditRecord?> FindAsync(Guid id) => records.FindAsync(id, CancellationToken.None);
}
