using LoApi.Grains.Embedded.Tests.Behaviour;
using LoApi.Grains.Embedded.Tests.Behaviour.Grains;
using LoApi.Grains.Embedded.Tests.Embedded.Grains;

namespace LoApi.Grains.Embedded.Tests.Embedded;

public sealed class IdleCollectionTests
{
    [Theory]
    [InlineData(typeof(UsualGrain), 14, 1)]
    [InlineData(typeof(UsualGrain), 16, 2)]
    [InlineData(typeof(ShortLivedGrain), 2, 1)]
    [InlineData(typeof(ShortLivedGrain), 4, 2)]
    [InlineData(typeof(ImmortalGrain), 500, 1)]
    public async Task Activation_IdleForSoManyMinutes_IsCollectedAtItsAge(Type grainClass, int minutes, int expectedIncarnation)
    {
        await using var runtime = new RuntimeUnderTest();
        var grain = runtime.Grains.GetGrain<IAgingGrain>($"idle {minutes}", grainClass.FullName);
        Assert.Equal(1, await grain.Incarnation());

        runtime.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(expectedIncarnation, await grain.Incarnation());
        Assert.All(Life.Of(grain.GetGrainId().ToString()).Ends, end => Assert.Equal(DeactivationReasonCode.ActivationIdle, end));
    }

    [Fact]
    public async Task Activation_ThatIsUsed_IsNotCollected()
    {
        await using var runtime = new RuntimeUnderTest();
        var grain = runtime.Grains.GetGrain<IAgingGrain>("used", typeof(UsualGrain).FullName);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(1, await grain.Incarnation());
            runtime.Clock.Advance(TimeSpan.FromMinutes(14));
        }
    }

    [Fact]
    public async Task Activation_WithACallThatRuns_IsNotCollected()
    {
        await using var runtime = new RuntimeUnderTest(options => options.ResponseTimeout = TimeSpan.FromDays(1));
        var call = runtime.Grains.GetGrain<ISlowGrain>("busy").Wait(until: "go");
        await Probe.Of("busy").Until("waits").WaitAsync(RuntimeUnderTest.Patience);

        runtime.Clock.Advance(TimeSpan.FromHours(1));

        Probe.Of("busy").Step("go");
        await call;
        Assert.Equal(1, runtime.ActivationCount);
    }

    [Fact]
    public async Task Activation_ThatDelaysItsDeactivation_IsCollectedLater()
    {
        await using var runtime = new RuntimeUnderTest();
        var grain = runtime.Grains.GetGrain<IAgingGrain>("delayed", typeof(UsualGrain).FullName);
        await grain.Delay(TimeSpan.FromHours(1));
        runtime.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(1, runtime.ActivationCount);
        var ended = runtime.WhenAllEndAsync();

        runtime.Clock.Advance(TimeSpan.FromMinutes(2));

        await ended.WaitAsync(RuntimeUnderTest.Patience);
        Assert.Equal(2, await grain.Incarnation());
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task Tick_ThatKeepsAliveOrNot_CountsAsUseAccordingly(bool keepAlive, int expectedActivations)
    {
        var key = $"ticking {keepAlive}";
        await using var runtime = new RuntimeUnderTest();
        var grain = runtime.Grains.GetGrain<ITimerGrain>(key);
        await grain.Start("tick", TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan, interleave: false, keepAlive);
        runtime.Clock.Advance(TimeSpan.FromMinutes(10));
        await Probe.Of(key).Until("tick 1").WaitAsync(RuntimeUnderTest.Patience);
        await runtime.WhenIdleAsync();

        runtime.Clock.Advance(TimeSpan.FromMinutes(6));

        await grain.Note("after");
        Assert.Equal(expectedActivations, Life.Of(key).Begun);
    }

    [Fact]
    public async Task Workers_ThatAreIdle_AreAllCollected()
    {
        await using var runtime = new RuntimeUnderTest();
        var worker = runtime.Grains.GetGrain<IWorkerGrain>("idle workers");
        var calls = Enumerable.Range(0, 3).Select(_ => worker.Work(until: "go")).ToArray();
        await Probe.Of("idle workers").Until("worker 3").WaitAsync(RuntimeUnderTest.Patience);
        Probe.Of("idle workers").Step("go");
        await Task.WhenAll(calls);
        await runtime.WhenIdleAsync();
        Assert.Equal(3, runtime.ActivationCount);
        var ended = runtime.WhenAllEndAsync();

        runtime.Clock.Advance(TimeSpan.FromMinutes(16));

        await ended.WaitAsync(RuntimeUnderTest.Patience);
        Assert.Equal(0, runtime.ActivationCount);
        Assert.Equal(Enumerable.Repeat(DeactivationReasonCode.ActivationIdle, 3), Life.Of("idle workers").Ends);
        await worker.Work(until: "go");
    }

    /// <summary>Collection at the moment of a call, again and again: whichever comes first, the call is answered once.</summary>
    [Fact]
    public async Task Calls_WhileTheirActivationsAreCollected_AreNeitherLostNorDoubled()
    {
        const int Keys = 20;
        const int Rounds = 300;

        // The clock runs wild here: nothing but idleness is to happen because of it.
        await using var runtime = new RuntimeUnderTest(options =>
        {
            options.ResponseTimeout = TimeSpan.FromDays(24);
            options.ActivationTimeout = TimeSpan.FromDays(24);
            options.DeactivationTimeout = TimeSpan.FromDays(24);
        });
        var callers = Enumerable.Range(0, Keys).Select(key => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await runtime.Grains.GetGrain<ILivingGrain>($"collected {key}").Count(deactivate: false);
            }
        })).ToArray();

        while (!Task.WhenAll(callers).IsCompleted)
        {
            runtime.Clock.Advance(TimeSpan.FromMinutes(16));
        }

        await Task.WhenAll(callers);
        var lives = Enumerable.Range(0, Keys).Select(key => Life.Of($"collected {key}")).ToArray();
        Assert.All(lives, life => Assert.Equal((Rounds, 0), (life.Calls, life.Overlaps)));
    }
}
