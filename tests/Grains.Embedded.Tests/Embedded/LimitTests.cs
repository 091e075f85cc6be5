using LoApi.Grains.Embedded.Tests.Behaviour;
using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Embedded;

public sealed class LimitTests
{
    [Fact]
    public async Task Call_ToAFullMailbox_IsRefusedAndNeverRuns()
    {
        await using var runtime = new RuntimeUnderTest(options => options.MailboxLimit = 5);
        var grain = runtime.Grains.GetGrain<ISlowGrain>("full");
        var probe = Probe.Of("full");
        var running = grain.Wait(until: "go");
        await probe.Until("waits").WaitAsync(RuntimeUnderTest.Patience);
        var waiting = Enumerable.Range(1, 4).Select(i => grain.Note($"note {i}")).ToArray();

        var thrown = await Assert.ThrowsAsync<LimitExceededException>(() => grain.Note("one too many"));

        Assert.Equal("Limit exceeded MailboxLimit Current=5 Threshold=5 of grain slow/full", thrown.Message);
        probe.Step("go");
        await running;
        await Task.WhenAll(waiting);
        await grain.Note("there is room again");
        Assert.Equal(
            ["waits", "go", "goes on", "note 1", "note 2", "note 3", "note 4", "there is room again"],
            probe.Steps);
    }

    [Fact]
    public async Task Call_ThatInterleaves_CountsToo()
    {
        await using var runtime = new RuntimeUnderTest(options => options.MailboxLimit = 3);
        var grain = runtime.Grains.GetGrain<IGatedGrain>("full of interleaving");
        var calls = Enumerable.Range(0, 3).Select(i => grain.Interleave($"call {i}", until: "go")).ToArray();

        await Assert.ThrowsAsync<LimitExceededException>(() => grain.Interleave("one too many", until: "go"));

        Probe.Of("full of interleaving").Step("go");
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Call_OfAGrainBeyondTheActivationsThatMayBe_IsRefusedUntilIdleOnesAreGone()
    {
        await using var runtime = new RuntimeUnderTest(options => options.MaxActivations = 10);
        for (var i = 0; i < 10; i++)
        {
            await runtime.Grains.GetGrain<ICountingGrain>($"crowd {i}").Increment();
        }

        var thrown = await Assert.ThrowsAsync<LimitExceededException>(
            () => runtime.Grains.GetGrain<ICountingGrain>("beyond").Increment());
        Assert.Equal("Limit exceeded MaxActivations Current=11 Threshold=10 of this process", thrown.Message);
        Assert.Equal(2, await runtime.Grains.GetGrain<ICountingGrain>("crowd 0").Increment());
        var ended = runtime.WhenAllEndAsync();

        // Far from the age of fifteen minutes.
        runtime.Clock.Advance(TimeSpan.FromMinutes(2));

        await ended.WaitAsync(RuntimeUnderTest.Patience);
        Assert.Equal(1, await runtime.Grains.GetGrain<ICountingGrain>("beyond").Increment());
    }

    [Fact]
    public async Task Worker_BeyondTheActivationsThatMayBe_LeavesTheWorkToTheOthers()
    {
        await using var runtime = new RuntimeUnderTest(options => options.MaxActivations = 2);
        Probe.Of("few workers").Step("go");
        var worker = runtime.Grains.GetGrain<IWorkerGrain>("few workers");

        var workers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => worker.Work(until: "go")));

        Assert.InRange(workers.Distinct().Count(), 1, 2);
    }
}
