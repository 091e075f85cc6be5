using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Bench.Runtime;

/// <summary>The embedded runtime.</summary>
internal sealed class GrainHost(ServiceProvider services) : IAsyncDisposable
{
    public IGrainFactory Grains { get; } = services.GetRequiredService<IGrainFactory>();

    public static Task<GrainHost> StartAsync() => Task.FromResult(new GrainHost(new ServiceCollection()
        .AddEmbeddedGrains(options => options.Assemblies.Add(typeof(CounterGrain).Assembly))
        .BuildServiceProvider()));

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
