using LoApi.Fixtures;
using LoApi.Grains.Embedded.Tests.Behaviour;
using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Embedded;

public sealed class GrainMeasuresTests
{
    [Fact]
    public async Task Queue_BehindACallThatRuns_IsMeasuredByTheNextSweep()
    {
        await using var runtime = new RuntimeUnderTest();
        using var instruments = new Instruments(runtime.Meters);
        var (busy, other) = (runtime.Grains.GetGrain<IGatedGrain>("measured"), runtime.Grains.GetGrain<IGatedGrain>("measured too"));
        var (first, second) = (busy.Write("a", until: "go"), other.Write("b", until: "go"));
        await Probe.Of("measured").Until("a starts").WaitAsync(RuntimeUnderTest.Patience);
        await Probe.Of("measured too").Until("b starts").WaitAsync(RuntimeUnderTest.Patience);
        Task[] waiting = [busy.Note("c"), busy.Note("d"), other.Note("e")];

        runtime.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(3, Last(instruments, "loapi.grains.queue.length"));
        Assert.Equal(2, Last(instruments, "loapi.grains.queue.longest"));
        Assert.Equal(2, Last(instruments, "loapi.grains.activations"));
        Probe.Of("measured").Step("go");
        Probe.Of("measured too").Step("go");
        await Task.WhenAll([first, second, .. waiting]).WaitAsync(RuntimeUnderTest.Patience);
        runtime.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, Last(instruments, "loapi.grains.queue.length"));
        Assert.Equal(0, Last(instruments, "loapi.grains.queue.longest"));
    }

    [Fact]
    public async Task Activations_OnceCollected_AreNotCountedAnyMore()
    {
        await using var runtime = new RuntimeUnderTest();
        using var instruments = new Instruments(runtime.Meters);
        await runtime.Grains.GetGrain<IGatedGrain>("counted").Note("ran");
        Assert.Equal(1, Last(instruments, "loapi.grains.activations"));
        var ended = runtime.WhenAllEndAsync();

        runtime.Clock.Advance(TimeSpan.FromMinutes(17));
        await ended.WaitAsync(RuntimeUnderTest.Patience);

        Assert.Equal(0, Last(instruments, "loapi.grains.activations"));
    }

    [Fact]
    public async Task Turns_WhileSomebodyListens_AreTimedByGrainType()
    {
        await using var runtime = new RuntimeUnderTest();
        using var instruments = new Instruments(runtime.Meters);

        await runtime.Grains.GetGrain<IGatedGrain>("timed").Note("ran");
        await runtime.StopAsync(); // A turn is measured when it ends, which the caller does not wait for.

        Assert.Contains(instruments.Of("loapi.grains.turn.duration"), turn => turn.Tags["loapi.grain.type"] == "gated");
    }

    private static double Last(Instruments instruments, string name) =>
        instruments.Of(name).Last(measured => measured.Tags["loapi.grain.type"] == "gated").Value;
}
