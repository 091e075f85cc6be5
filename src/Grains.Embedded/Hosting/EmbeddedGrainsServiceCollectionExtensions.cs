using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Embedded;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Hosting;

/// <summary>Adds the in-process grain runtime to a host.</summary>
public static class EmbeddedGrainsServiceCollectionExtensions
{
    /// <summary>Adds the runtime, with <see cref="IGrainFactory"/> and <see cref="IClusterClient"/>. It drains when the host stops.</summary>
    /// <remarks>May be called several times; every call adds to the same options. Time comes from the registered
    /// <see cref="TimeProvider"/>, if there is one.</remarks>
    public static IServiceCollection AddEmbeddedGrains(
        this IServiceCollection services,
        Action<EmbeddedGrainsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.AddLogging();
        services.AddMetrics();
        services.Configure(configure);
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<EmbeddedGrainsOptions>, EmbeddedGrainsOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<GrainRuntime>();
        services.TryAddSingleton<IClusterClient>(provider => provider.GetRequiredService<GrainRuntime>().Factory);
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<GrainRuntime>().Factory);
        services.TryAddTransient<IGrainContext>(_ => Activation.Current
            ?? throw new InvalidOperationException("There is a grain context only where a grain is constructed or called."));
        services.AddHostedService<GrainHost>();
        return services;
    }

    /// <summary>Adds a grain storage in memory: states are lost with the process.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The name by which <see cref="PersistentStateAttribute"/> means it.</param>
    public static IServiceCollection AddEmbeddedMemoryGrainStorage(this IServiceCollection services, string name) =>
        services.AddKeyedSingleton<IGrainStorage, MemoryGrainStorage>(name);
}
