using LoApi.Grains.Embedded.Tests.Behaviour;
using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Embedded;

public sealed class QueuedCancellationTests
{
    /// <summary>In a cluster this is a race, since the cancellation has a way to go. Here it is certain.</summary>
    [Fact]
    public async Task Cancel_OfAQueuedCall_NeverStartsIt()
    {
        await using var runtime = new RuntimeUnderTest();
        var grain = runtime.Grains.GetGrain<ICancellableGrain>("queued");
        var probe = Probe.Of("queued");
        using var source = new CancellationTokenSource();
        var running = grain.Ignore(until: "go", CancellationToken.None);
        await probe.Until("runs").WaitAsync(RuntimeUnderTest.Patience);
        var queued = grain.Note("queued ran", source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => queued);
        probe.Step("go");
        await running;
        await grain.Note("last", CancellationToken.None);
        Assert.Equal(["runs", "go", "completes", "last"], probe.Steps);
    }

    [Fact]
    public async Task Cancel_OfCallsThatAreJustStarting_RunsOrCancelsEach()
    {
        await using var runtime = new RuntimeUnderTest();
        var completed = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var key = $"starting {i % 7}";
            using var source = new CancellationTokenSource();
            var call = Task.Run(() => runtime.Grains.GetGrain<ICancellableGrain>(key).Note($"ran {i}", source.Token));
            await source.CancelAsync();
            try
            {
                await call.WaitAsync(RuntimeUnderTest.Patience);
                completed++;
                Assert.Contains($"ran {i}", Probe.Of(key).Steps);
            }
            catch (OperationCanceledException)
            {
                // Cancelled before its reply; it may have run.
            }
        }

        await runtime.WhenIdleAsync();
        Assert.InRange(Enumerable.Range(0, 7).Sum(k => Probe.Of($"starting {k}").Steps.Count), completed, 2_000);
    }
}
