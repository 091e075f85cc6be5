namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

internal sealed class SchedulerGrain : Grain, ISchedulerGrain
{
    public static readonly AsyncLocal<string?> Ambient = new();

    public async Task<string> Describe()
    {
        var own = TaskScheduler.Current;
        await Task.Yield();
        var afterYield = TaskScheduler.Current == own;
        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        var afterDelay = TaskScheduler.Current == own;
        var inStartNew = await Task.Factory.StartNew(
            () => TaskScheduler.Current == own, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
        var inTaskRun = await Task.Run(() => TaskScheduler.Current == own);
        var afterTaskRun = TaskScheduler.Current == own;
        return $"own: {own != TaskScheduler.Default}, Yield: {afterYield}, Delay: {afterDelay}, StartNew: {inStartNew}, "
            + $"in Task.Run: {inTaskRun}, after: {afterTaskRun}";
    }

    public Task<string?> ReadAmbient() => Task.FromResult(Ambient.Value);
}
