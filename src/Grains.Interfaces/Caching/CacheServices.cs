using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LoApi.Caching;

/// <summary>What grains and front ends share of their caches.</summary>
public static class CacheServices
{
    /// <summary>Adds <see cref="CacheOptions"/>, validated at start; a process that hosts both adds them twice.</summary>
    public static IServiceCollection AddCacheOptions(this IServiceCollection services)
    {
        services.AddOptions<CacheOptions>().BindConfiguration(CacheOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CacheOptions>, CacheOptionsValidator>());
        return services;
    }
}
