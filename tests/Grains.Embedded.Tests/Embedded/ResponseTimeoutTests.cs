using LoApi.Grains.Embedded.Tests.Behaviour;
using LoApi.Grains.Embedded.Tests.Behaviour.Grains;
using LoApi.Grains.Embedded.Tests.Embedded.Grains;

namespace LoApi.Grains.Embedded.Tests.Embedded;

public sealed class ResponseTimeoutTests
{
    [Fact]
    public async Task Call_LongerThanTheResponseTimeout_ThrowsAndRunsOn()
    {
        await using var runtime = new RuntimeUnderTest();
        var call = runtime.Grains.GetGrain<ISlowGrain>("slow").Wait(until: "go");
        var probe = Probe.Of("slow");
        await probe.Until("waits").WaitAsync(RuntimeUnderTest.Patience);

        runtime.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        runtime.Clock.Advance(TimeSpan.FromSeconds(2));

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Equal("Response did not arrive on time in 00:00:30 for message: ISlowGrain.Wait to slow/slow.", thrown.Message);
        probe.Step("go");
        await probe.Until("goes on").WaitAsync(RuntimeUnderTest.Patience);
    }

    [Fact]
    public async Task Call_OfAMethodWithItsOwnTimeout_ThrowsThen()
    {
        await using var runtime = new RuntimeUnderTest();
        var call = runtime.Grains.GetGrain<ISlowGrain>("own").WaitFiveSeconds(until: "go");
        await Probe.Of("own").Until("waits").WaitAsync(RuntimeUnderTest.Patience);

        runtime.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(call.IsCompleted);
        runtime.Clock.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        Probe.Of("own").Step("go");
    }

    [Fact]
    public async Task Call_ThatTimesOutInTheMailbox_NeverRuns()
    {
        await using var runtime = new RuntimeUnderTest();
        var grain = runtime.Grains.GetGrain<ISlowGrain>("queued slow");
        var probe = Probe.Of("queued slow");
        var running = grain.Wait(until: "go");
        await probe.Until("waits").WaitAsync(RuntimeUnderTest.Patience);
        var queued = grain.Note("queued ran");

        runtime.Clock.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<TimeoutException>(() => queued);
        await Assert.ThrowsAsync<TimeoutException>(() => running);
        probe.Step("go");
        await grain.Note("last");
        Assert.Equal(["waits", "go", "goes on", "last"], probe.Steps);
    }

    [Fact]
    public async Task Call_ThatHangs_IsWarnedOfAgainAfterTwiceTheTime()
    {
        await using var runtime = new RuntimeUnderTest();
        var grain = runtime.Grains.GetGrain<ISlowGrain>("hung");
        var running = grain.Wait(until: "go");
        await Probe.Of("hung").Until("waits").WaitAsync(RuntimeUnderTest.Patience);
        var waiting = grain.Note("waited");

        runtime.Clock.Advance(TimeSpan.FromSeconds(50));

        Assert.Equal(
            [
                "Grain slow/hung has been running ISlowGrain.Wait for 00:00:10; 1 calls wait for it.",
                "Grain slow/hung has been running ISlowGrain.Wait for 00:00:20; 1 calls wait for it.",
                "Grain slow/hung has been running ISlowGrain.Wait for 00:00:40; 0 calls wait for it.",
            ],
            runtime.Logs.Entries.Select(entry => entry.Message));
        await Assert.ThrowsAsync<TimeoutException>(() => running);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Probe.Of("hung").Step("go");
    }

    [Fact]
    public async Task Activation_ThatHangs_FailsAndIsTriedAgain()
    {
        await using var runtime = new RuntimeUnderTest(options => options.ActivationTimeout = TimeSpan.FromSeconds(5));
        var grain = runtime.Grains.GetGrain<IStubbornGrain>("activation");
        var probe = Probe.Of("activation");
        probe.Step("hang on activation");
        var call = grain.Call();
        await probe.Until("activates").WaitAsync(RuntimeUnderTest.Patience);

        runtime.Clock.Advance(TimeSpan.FromSeconds(7));

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => call.WaitAsync(RuntimeUnderTest.Patience));
        Assert.Equal("Grain stubborn/activation was not activated in 00:00:05.", thrown.Message);
        probe.Step("be quick");
        await grain.Call().WaitAsync(RuntimeUnderTest.Patience);
    }

    [Fact]
    public async Task Deactivation_ThatHangs_IsLeftBehind()
    {
        await using var runtime = new RuntimeUnderTest(options => options.DeactivationTimeout = TimeSpan.FromSeconds(5));
        var grain = runtime.Grains.GetGrain<IStubbornGrain>("deactivation");
        var probe = Probe.Of("deactivation");
        await grain.Deactivate();
        await probe.Until("deactivates").WaitAsync(RuntimeUnderTest.Patience);
        var next = grain.Call();
        Assert.False(next.IsCompleted);

        runtime.Clock.Advance(TimeSpan.FromSeconds(7));

        await next.WaitAsync(RuntimeUnderTest.Patience);
        Assert.Contains(
            "Grain stubborn/deactivation takes too long in state Ending: its token is cancelled.",
            runtime.Logs.Entries.Select(entry => entry.Message));
    }
}
