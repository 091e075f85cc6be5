using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

public sealed class TimeoutTests(GrainHost host) : BehaviourTests(host)
{
    [Fact]
    public async Task Call_LongerThanItsResponseTimeout_ThrowsAndRunsOn()
    {
        var key = NewKey();
        var probe = Probe.Of(key);
        var call = Grains.GetGrain<ISlowGrain>(key).WaitBriefly(until: "go");
        await probe.Until("waits").WaitAsync(Patience);

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Equal(["waits"], probe.Steps);

        probe.Step("go");
        await probe.Until("goes on").WaitAsync(Patience);
    }
}
