using LoApi.Grains.Embedded.Tests.Behaviour;
using LoApi.Grains.Embedded.Tests.Behaviour.Grains;
using LoApi.Grains.Embedded.Tests.Embedded.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Grains.Embedded.Tests.Embedded;

public sealed class DrainTests
{
    [Fact]
    public async Task Stop_WhileCallsRunAndWait_LetsThemCompleteAndRefusesNewOnes()
    {
        await using var runtime = new RuntimeUnderTest();
        var grain = runtime.Grains.GetGrain<ISlowGrain>("drained");
        var probe = Probe.Of("drained");
        var running = grain.Wait(until: "go");
        await probe.Until("waits").WaitAsync(RuntimeUnderTest.Patience);
        var waiting = grain.Note("waited");

        var stop = runtime.StopAsync();

        await Assert.ThrowsAsync<SiloUnavailableException>(() => grain.Note("too late"));
        Assert.False(stop.IsCompleted);
        probe.Step("go");
        await Task.WhenAll(running, waiting, stop).WaitAsync(RuntimeUnderTest.Patience);
        Assert.Equal(["waits", "go", "goes on", "waited"], probe.Steps);
        Assert.Equal(0, runtime.ActivationCount);
    }

    [Fact]
    public async Task Stop_WithActivations_TellsEach()
    {
        await using var runtime = new RuntimeUnderTest();
        for (var i = 0; i < 100; i++)
        {
            await runtime.Grains.GetGrain<ILivingGrain>($"told {i}").Count(deactivate: false);
        }

        await runtime.StopAsync().WaitAsync(RuntimeUnderTest.Patience);

        Assert.All(
            Enumerable.Range(0, 100),
            i => Assert.Equal([DeactivationReasonCode.ShuttingDown], Life.Of($"told {i}").Ends));
    }

    [Fact]
    public async Task Stop_WhileACallIsToCallAnotherGrain_LetsIt()
    {
        await using var runtime = new RuntimeUnderTest();
        var call = runtime.Grains.GetGrain<IGateKeeperGrain>("keeper").ThenNote(until: "go", "activated while draining");
        await Probe.Of("keeper").Until("waits").WaitAsync(RuntimeUnderTest.Patience);

        var stop = runtime.StopAsync();
        Probe.Of("keeper").Step("go");

        await Task.WhenAll(call, stop).WaitAsync(RuntimeUnderTest.Patience);
        Assert.Equal(["noted"], Probe.Of("activated while draining").Steps);
    }

    [Fact]
    public async Task Stop_WithACallThatHangs_EndsAndTellsItsCaller()
    {
        await using var runtime = new RuntimeUnderTest();
        var grain = runtime.Grains.GetGrain<ISlowGrain>("never drained");
        var running = grain.Wait(until: "never");
        await Probe.Of("never drained").Until("waits").WaitAsync(RuntimeUnderTest.Patience);
        var waiting = grain.Note("never noted");

        var stop = runtime.StopAsync();
        runtime.Clock.Advance(TimeSpan.FromSeconds(21));

        await stop.WaitAsync(RuntimeUnderTest.Patience);
        await Assert.ThrowsAsync<SiloUnavailableException>(() => running);
        await Assert.ThrowsAsync<SiloUnavailableException>(() => waiting);
        Assert.Contains(
            "Grains were not drained in 00:00:20: 1 activations are left; their callers are told.",
            runtime.Logs.Entries.Select(entry => entry.Message));
    }

    [Fact]
    public async Task Dispose_OfTheServicesWithoutWaiting_Stops()
    {
        var services = new ServiceCollection()
            .AddEmbeddedGrains(options => options.Assemblies.Add(typeof(DrainTests).Assembly))
            .BuildServiceProvider();
        var grains = services.GetRequiredService<IGrainFactory>();
        await grains.GetGrain<ICountingGrain>("disposed").Increment();

        services.Dispose();

        await Assert.ThrowsAsync<SiloUnavailableException>(() => grains.GetGrain<ICountingGrain>("disposed").Increment());
    }

    [Fact]
    public async Task Call_AfterStop_IsRefused()
    {
        await using var runtime = new RuntimeUnderTest();
        await runtime.StopAsync();

        await Assert.ThrowsAsync<SiloUnavailableException>(() => runtime.Grains.GetGrain<ICountingGrain>("after").Increment());
    }
}
