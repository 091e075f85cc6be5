using System.Diagnostics;

namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

internal sealed class TracedGrain(IGrainFactory grains) : Grain, ITracedGrain
{
    public async Task<string?> TraceAsync(string? ofAnother)
    {
        await Task.Yield();
        return ofAnother is null
            ? Activity.Current?.Id
            : await grains.GetGrain<ITracedGrain>(ofAnother).TraceAsync(null);
    }

    public Task FailAsync() => throw new InvalidOperationException("It fails.");
}
