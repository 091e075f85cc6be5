using Orleans.Concurrency;

namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

[StatelessWorker(3)]
internal sealed class WorkerGrain : Grain, IWorkerGrain
{
    private readonly Guid _self = Guid.NewGuid();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Life.Of(this.GetPrimaryKeyString()).End(reason.ReasonCode);
        return Task.CompletedTask;
    }

    public async Task<Guid> Work(string until)
    {
        var probe = Probe.Of(this.GetPrimaryKeyString());
        probe.Step($"worker {probe.Enter()}");
        await probe.Until(until);
        probe.Leave();
        return _self;
    }
}
