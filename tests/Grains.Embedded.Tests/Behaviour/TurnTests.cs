using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

public sealed class TurnTests(GrainHost host) : BehaviourTests(host)
{
    [Fact]
    public async Task Call_TenThousandAtOnceAcrossAwaits_RunOneAtATime()
    {
        var key = NewKey();
        var grain = Grains.GetGrain<ICountingGrain>(key);

        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(_ => grain.Increment()));

        Assert.Equal(10_000, await grain.Get());
        Assert.Equal(1, Probe.Of(key).MostRunning);
    }

    [Fact]
    public async Task Call_ByManyCallersInTurn_RunOneAtATime()
    {
        var key = NewKey();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await Grains.GetGrain<ICountingGrain>(key).Increment();
            }
        })));

        Assert.Equal(3_200, await Grains.GetGrain<ICountingGrain>(key).Get());
        Assert.Equal(1, Probe.Of(key).MostRunning);
    }

    [Fact]
    public async Task Await_InAGrain_KeepsItsScheduler()
    {
        Assert.Equal(
            "own: True, Yield: True, Delay: True, StartNew: True, in Task.Run: False, after: True",
            await Grains.GetGrain<ISchedulerGrain>(1).Describe());
    }

    [Fact]
    public async Task Call_WithAnAsyncLocalAtTheCaller_DoesNotCarryIt()
    {
        SchedulerGrain.Ambient.Value = "the caller's";

        Assert.Null(await Grains.GetGrain<ISchedulerGrain>(2).ReadAmbient());
    }

    [Fact]
    public async Task Call_FromGrainToGrain_Answers()
    {
        Assert.Equal(20, await Grains.GetGrain<IRelayGrain>(NewKey()).Relay(20));
    }
}
