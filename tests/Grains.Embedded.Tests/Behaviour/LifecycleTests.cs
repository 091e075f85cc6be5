using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

public sealed class LifecycleTests(GrainHost host) : BehaviourTests(host)
{
    [Fact]
    public async Task Call_AfterDeactivateOnIdle_MeetsANewActivation()
    {
        var key = NewKey();
        var grain = Grains.GetGrain<ILivingGrain>(key);
        Assert.Equal(1, await grain.Incarnation());

        await grain.Deactivate();

        Assert.Equal(2, await grain.Incarnation());
        Assert.Equal([DeactivationReasonCode.ApplicationRequested], Life.Of(key).Ends);
    }

    [Fact]
    public async Task FirstCalls_ManyAtOnce_ActivateOnce()
    {
        var keys = Enumerable.Range(0, 200).Select(_ => NewKey()).ToArray();

        await Task.WhenAll(keys.SelectMany(key =>
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => Grains.GetGrain<ILivingGrain>(key).Count(deactivate: false)))));

        Assert.All(keys, key => Assert.Equal((1, 20), (Life.Of(key).Begun, Life.Of(key).Calls)));
    }

    /// <summary>First calls, deactivations and reactivations of the same grains, all at once.</summary>
    [Fact]
    public async Task Calls_WhileActivationsEndAllTheTime_AreNeitherLostNorDoubled()
    {
        const int Keys = 50;
        const int Callers = 20;
        const int Rounds = 30;
        var keys = Enumerable.Range(0, Keys).Select(_ => NewKey()).ToArray();

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await Task.WhenAll(keys.Select((key, i) => CountAsync(key, deactivate: (caller + round + i) % 5 == 0)));
            }
        })));

        Assert.All(keys, key => Assert.Equal((Callers * Rounds, 0), (Life.Of(key).Calls, Life.Of(key).Overlaps)));
        Assert.True(keys.Sum(key => Life.Of(key).Begun) > 2_000, "Too few activations for a race.");
    }

    [Fact]
    public async Task Grain_OfNoBaseClass_IsGivenItsContextAndLeavesWithItsScope()
    {
        var key = NewKey();
        var grain = Grains.GetGrain<IPlainGrain>(key);
        Assert.Equal($"plain/{key} True", await grain.Describe());

        await grain.Deactivate();

        await Task.WhenAll(Probe.Of(key).Until("grain disposed"), Probe.Of(key).Until("scope disposed")).WaitAsync(Patience);
        Assert.Equal(["grain disposed", "scope disposed"], Probe.Of(key).Steps);
    }

    /// <summary>Orleans rejects a call that meets too many ending activations; it has not run then.</summary>
    private async Task CountAsync(string key, bool deactivate)
    {
        while (true)
        {
            try
            {
                await Grains.GetGrain<ILivingGrain>(key).Count(deactivate);
                return;
            }
            catch (OrleansMessageRejectionException)
            {
                await Task.Yield();
            }
        }
    }
}
