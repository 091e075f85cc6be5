using LoApi.Grains.Caching;
using LoApi.Grains.Calendar;
using LoApi.Grains.Payoffs;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Grains;

/// <summary>What the grains need beside storage.</summary>
public static class GrainServices
{
    /// <summary>Adds the grains' options (<c>Cache</c>, <c>Payoffs</c>), validated at start, and their clock.</summary>
    public static IServiceCollection AddGrainServices(this IServiceCollection services)
    {
        services.AddOptions<CacheOptions>().BindConfiguration(CacheOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PayoffOptions>().BindConfiguration(PayoffOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<BusinessClock>();
        return services;
    }
}
