namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

/// <summary>Notes how it lives: no two activations of a key may be alive at once.</summary>
internal sealed class LivingGrain : Grain, ILivingGrain
{
    private int _incarnation;

    private Life Life => Life.Of(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _incarnation = Life.Begin();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Life.End(reason.ReasonCode);
    }

    public Task<int> Incarnation() => Task.FromResult(_incarnation);

    public async Task Count(bool deactivate)
    {
        await Task.Yield();
        Life.Count();
        if (deactivate)
        {
            DeactivateOnIdle();
        }
    }

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
