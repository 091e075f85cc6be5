namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

/// <summary>A grain that does not derive from <see cref="Grain"/>, with a scoped service, and disposed of at its end.</summary>
internal sealed class PlainGrain(IGrainContext context, ScopedService scoped) : IGrainBase, IPlainGrain, IDisposable
{
    public IGrainContext GrainContext { get; } = context;

    public Task OnActivateAsync(CancellationToken token)
    {
        scoped.Owner = GrainContext.GrainId.Key.ToString();
        return Task.CompletedTask;
    }

    public Task<string> Describe() => Task.FromResult($"{GrainContext.GrainId} {ReferenceEquals(GrainContext.GrainInstance, this)}");

    public Task Deactivate()
    {
        this.DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public void Dispose() => Probe.Of(GrainContext.GrainId.Key.ToString()).Step("grain disposed");
}
