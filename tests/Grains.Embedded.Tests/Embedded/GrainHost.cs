using LoApi.Grains.Embedded.Tests.Behaviour.Grains;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

/// <summary>The embedded runtime, on the real clock.</summary>
public sealed class GrainHost : IGrainHost
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton<GreetingService>()
        .AddScoped<ScopedService>()
        .AddKeyedSingleton<IGrainStorage, TestStorage>(TestStorage.Name)
        .AddEmbeddedGrains(options => options.Assemblies.Add(typeof(GrainHost).Assembly))
        .BuildServiceProvider();

    public IGrainFactory Grains => _services.GetRequiredService<IGrainFactory>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _services.DisposeAsync();
}
