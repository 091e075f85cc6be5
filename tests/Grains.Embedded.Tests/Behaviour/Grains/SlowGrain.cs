namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

internal sealed class SlowGrain : Grain, ISlowGrain
{
    private Probe Probe => Probe.Of(this.GetPrimaryKeyString());

    public Task WaitBriefly(string until) => WaitAsync(until);

    public Task Wait(string until) => WaitAsync(until);

    public Task WaitFiveSeconds(string until) => WaitAsync(until);

    public Task Note(string name)
    {
        Probe.Step(name);
        return Task.CompletedTask;
    }

    private async Task WaitAsync(string until)
    {
        Probe.Step("waits");
        await Probe.Until(until);
        Probe.Step("goes on");
    }
}
