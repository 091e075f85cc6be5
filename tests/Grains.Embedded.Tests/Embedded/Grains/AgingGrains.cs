using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Embedded.Grains;

#pragma warning disable MA0048 // Three ages.

internal abstract class AgingGrain : Grain, IAgingGrain
{
    private int _incarnation;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _incarnation = Life.Of(IdentityString).Begin();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Life.Of(IdentityString).End(reason.ReasonCode);
        return Task.CompletedTask;
    }

    public Task<int> Incarnation() => Task.FromResult(_incarnation);

    public Task Delay(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }
}

internal sealed class UsualGrain : AgingGrain;

[CollectionAgeLimit(Minutes = 3)]
internal sealed class ShortLivedGrain : AgingGrain;

[KeepAlive]
internal sealed class ImmortalGrain : AgingGrain;
