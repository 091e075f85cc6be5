using System.Diagnostics.Metrics;
using LoApi.Fixtures;
using LoApi.Grains.Embedded.Tests.Behaviour.Grains;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Embedded;
using Orleans.Storage;

namespace LoApi.Grains.Embedded.Tests.Embedded;

/// <summary>A runtime of its own for a test, on a clock that the test turns.</summary>
internal sealed class RuntimeUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public RuntimeUnderTest(Action<EmbeddedGrainsOptions>? configure = null)
    {
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.AddProvider(Logs))
            .AddSingleton<GreetingService>()
            .AddScoped<ScopedService>()
            .AddKeyedSingleton<IGrainStorage, TestStorage>(TestStorage.Name)
            .AddEmbeddedGrains(options =>
            {
                options.Assemblies.Add(typeof(RuntimeUnderTest).Assembly);
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
    }

    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    public FakeTimeProvider Clock { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public IGrainFactory Grains => _services.GetRequiredService<IGrainFactory>();

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public int ActivationCount => Runtime.ActivationCount;

    private GrainRuntime Runtime => _services.GetRequiredService<GrainRuntime>();

    /// <summary>Stops as a host does.</summary>
    public Task StopAsync() => _services.GetServices<IHostedService>().OfType<GrainHost>().Single().StopAsync(CancellationToken.None);

    /// <summary>Completes when no call runs or waits anywhere.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(Activations().Select(activation => activation.WhenIdle())).WaitAsync(Patience);

    /// <summary>Completes when all activations that there are now have ended.</summary>
    public Task WhenAllEndAsync() => Task.WhenAll(Activations().Select(activation => activation.Deactivated));

    public async ValueTask DisposeAsync()
    {
        // A test that leaves a call hanging is not to wait for it.
        var disposal = _services.DisposeAsync().AsTask();
        while (!disposal.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.WhenAny(disposal, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        await disposal;
    }

    private List<Activation> Activations()
    {
        var activations = new List<Activation>();
        Runtime.ForEachActivation(static (activation, list) => list.Add(activation), activations);
        return activations;
    }
}
