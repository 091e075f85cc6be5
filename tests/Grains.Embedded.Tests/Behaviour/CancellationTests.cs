using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

public sealed class CancellationTests(GrainHost host) : BehaviourTests(host)
{
    [Fact]
    public async Task Call_WithACancelledToken_ThrowsAndNeverRuns()
    {
        var (grain, probe) = NewGrain();

        await Assert.ThrowsAsync<OperationCanceledException>(() => grain.Note("ran", new CancellationToken(canceled: true)));
        await grain.Note("later", CancellationToken.None);

        Assert.Equal(["later"], probe.Steps);
    }

    [Fact]
    public async Task Cancel_OfARunningCall_ReachesTheCallee()
    {
        var (grain, probe) = NewGrain();
        using var source = new CancellationTokenSource();
        var call = grain.WaitForCancellation(source.Token);
        await probe.Until("waits").WaitAsync(Patience);

        await source.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => call.WaitAsync(Patience));
        Assert.True(call.IsCanceled);
        await probe.Until("is cancelled").WaitAsync(Patience);
    }

    [Fact]
    public async Task Cancel_OfACallThatDoesNotLook_ReturnsTheCallerAndLetsItRunOn()
    {
        var (grain, probe) = NewGrain();
        using var source = new CancellationTokenSource();
        var call = grain.Ignore(until: "go", source.Token);
        await probe.Until("runs").WaitAsync(Patience);

        await source.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => call.WaitAsync(Patience));
        Assert.DoesNotContain("completes", probe.Steps);
        probe.Step("go");
        await probe.Until("completes").WaitAsync(Patience);
    }

    [Fact]
    public async Task Cancel_WithACallbackInTheCallee_RunsItOnTheCalleesTurn()
    {
        var (grain, probe) = NewGrain();
        using var source = new CancellationTokenSource();
        var call = grain.NoteCallback(source.Token);
        await probe.Until("waits").WaitAsync(Patience);

        await source.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => call.WaitAsync(Patience));
        await probe.Until("on the grain's turn").WaitAsync(Patience);
    }

    private (ICancellableGrain Grain, Probe Probe) NewGrain()
    {
        var key = NewKey();
        return (Grains.GetGrain<ICancellableGrain>(key), Probe.Of(key));
    }
}
