using LoApi.Grains.Embedded.Tests.Behaviour;
using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Embedded;

public sealed class TimerTests
{
    [Fact]
    public async Task Tick_DueWhileACallRuns_WaitsUntilItEnds()
    {
        await using var runtime = new RuntimeUnderTest(options => options.ResponseTimeout = TimeSpan.FromDays(1));
        var grain = runtime.Grains.GetGrain<ITimerGrain>("due while a call runs");
        var probe = Probe.Of("due while a call runs");
        await grain.Start("tick", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), interleave: false, keepAlive: true);
        var held = grain.Hold(until: "released");
        await probe.Until("holds").WaitAsync(RuntimeUnderTest.Patience);

        // The tick is due several times over, and whatever could run on a turn has had its chance.
        for (var minute = 0; minute < 5; minute++)
        {
            runtime.Clock.Advance(TimeSpan.FromMinutes(1));
            await runtime.Grains.GetGrain<ITimerGrain>("another").Note("a turn elsewhere");
        }

        Assert.Equal(["holds"], probe.Steps);

        probe.Step("released");
        await held;
        await probe.Until("tick 1").WaitAsync(RuntimeUnderTest.Patience);
        Assert.Equal(1, probe.MostRunning);
        Assert.Equal(["holds", "released", "lets go", "tick 1"], probe.Steps.Take(4));
    }
}
