using LoApi.Grains.Embedded.Tests.Behaviour;

namespace LoApi.Grains.Embedded.Tests.Embedded.Grains;

/// <summary>Its activation hangs if its probe says so, its deactivation always; neither looks at its token.</summary>
internal sealed class StubbornGrain : Grain, IStubbornGrain
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    private Probe Probe => Probe.Of(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var hangs = Probe.Steps.Contains("hang on activation") && !Probe.Steps.Contains("be quick");
        Probe.Step("activates");
        return hangs ? Never : Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Probe.Step("deactivates");
        return Never;
    }

    public Task Call() => Task.CompletedTask;

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
