namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

internal sealed class GatedGrain : Grain, IGatedGrain
{
    public Task Write(string name, string until) => GatedCalls.RunAsync(this.GetPrimaryKeyString(), name, until);

    public Task Read(string name, string until) => GatedCalls.RunAsync(this.GetPrimaryKeyString(), name, until);

    public Task Interleave(string name, string until) => GatedCalls.RunAsync(this.GetPrimaryKeyString(), name, until);

    public Task Note(string name)
    {
        Probe.Of(this.GetPrimaryKeyString()).Step(name);
        return Task.CompletedTask;
    }
}
