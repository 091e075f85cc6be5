using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

public sealed class TimerTests(GrainHost host) : BehaviourTests(host)
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task Timer_WithAPeriod_TicksAgainAndAgain()
    {
        var (grain, probe) = NewGrain();

        await grain.Start("tick", Millisecond, Millisecond, interleave: false, keepAlive: false);

        await probe.Until("tick 5").WaitAsync(Patience);
        Assert.Equal(["tick 1", "tick 2", "tick 3", "tick 4", "tick 5"], probe.Steps.Take(5));
        await grain.Stop();
    }

    [Fact]
    public async Task Tick_WhileACallRuns_Waits()
    {
        var (grain, probe) = NewGrain();
        await grain.Start("tick", Millisecond, Millisecond, interleave: false, keepAlive: false);
        await probe.Until("tick 1").WaitAsync(Patience);

        for (var i = 0; i < 50; i++)
        {
            await grain.Hold(until: "tick 1");
        }

        await probe.Until("tick 3").WaitAsync(Patience);
        Assert.Equal(1, probe.MostRunning);
        await grain.Stop();
    }

    [Fact]
    public async Task Tick_ThatInterleaves_RunsBesideACall()
    {
        var (grain, probe) = NewGrain();
        await grain.Start("tick", Millisecond, Timeout.InfiniteTimeSpan, interleave: true, keepAlive: false);

        await grain.Hold(until: "tick 1").WaitAsync(Patience);
    }

    [Fact]
    public async Task Timer_WhoseTickThrows_TicksAgain()
    {
        var (grain, probe) = NewGrain();

        await grain.StartThrowing();

        await probe.Until("tick 2").WaitAsync(Patience);
        await grain.Stop();
    }

    [Fact]
    public async Task Timer_ThatIsDisposedOf_CancelsItsTick()
    {
        var (grain, probe) = NewGrain();
        await grain.StartWaiting(until: "tick is cancelled");
        await probe.Until("tick waits").WaitAsync(Patience);

        await grain.Stop();

        await probe.Until("tick ends").WaitAsync(Patience);
        Assert.Equal(["tick waits", "tick is cancelled", "tick ends"], probe.Steps);
    }

    [Fact]
    public async Task Timer_ThatIsChanged_TicksAccordingly()
    {
        var (grain, probe) = NewGrain();
        await grain.Start("tick", Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, interleave: false, keepAlive: false);
        await grain.Note("started");

        await grain.Change(Millisecond, Timeout.InfiniteTimeSpan);

        await probe.Until("tick 1").WaitAsync(Patience);
        Assert.Equal(["started", "tick 1"], probe.Steps);
    }

    private (ITimerGrain Grain, Probe Probe) NewGrain()
    {
        var key = NewKey();
        return (Grains.GetGrain<ITimerGrain>(key), Probe.Of(key));
    }
}
