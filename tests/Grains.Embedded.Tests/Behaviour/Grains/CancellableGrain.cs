namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

internal sealed class CancellableGrain : Grain, ICancellableGrain
{
    private Probe Probe => Probe.Of(this.GetPrimaryKeyString());

    public async Task WaitForCancellation(CancellationToken cancellationToken)
    {
        Probe.Step("waits");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Probe.Step("is cancelled");
            throw;
        }
    }

    public async Task<int> Ignore(string until, CancellationToken cancellationToken)
    {
        Probe.Step("runs");
        await Probe.Until(until);
        Probe.Step("completes");
        return 1;
    }

    public Task Note(string name, CancellationToken cancellationToken)
    {
        Probe.Step(name);
        return Task.CompletedTask;
    }

    public async Task NoteCallback(CancellationToken cancellationToken)
    {
        var own = TaskScheduler.Current;
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(() =>
        {
            Probe.Step(TaskScheduler.Current == own ? "on the grain's turn" : "elsewhere");
            called.SetResult();
        });
        Probe.Step("waits");
        await called.Task;
    }
}
