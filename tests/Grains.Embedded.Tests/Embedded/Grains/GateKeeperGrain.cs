using LoApi.Grains.Embedded.Tests.Behaviour;
using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Embedded.Grains;

internal sealed class GateKeeperGrain : Grain, IGateKeeperGrain
{
    public async Task ThenNote(string until, string key)
    {
        var probe = Probe.Of(this.GetPrimaryKeyString());
        probe.Step("waits");
        await probe.Until(until);
        await GrainFactory.GetGrain<ISlowGrain>(key).Note("noted");
    }
}
