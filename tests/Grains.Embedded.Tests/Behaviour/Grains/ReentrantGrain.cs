using Orleans.Concurrency;

namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

[Reentrant]
internal sealed class ReentrantGrain : Grain, IReentrantGrain
{
    public Task Write(string name, string until) => GatedCalls.RunAsync(this.GetPrimaryKeyString(), name, until);
}
