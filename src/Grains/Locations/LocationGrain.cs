using LoApi.Caching;
using LoApi.Grains.Caching;
using LoApi.Locations;
using LoApi.Storage.Locations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.Grains.Locations;

/// <summary>One location, kept in memory for <see cref="CacheOptions.MaxAge"/>.</summary>
internal sealed class LocationGrain(
    LocationRepository locations,
    TimeProvider time,
    IOptions<CacheOptions> cache,
    ILogger<LocationGrain> logger) : Grain, ILocationGrain
{
    private CachedRow<Location> Row => field ??= new(
        this,
        time,
        cache.Value,
        logger,
        () => locations.FindAsync(this.GetPrimaryKeyString(), CancellationToken.None));

    public async Task<Reading<Location>> ReadAsync() => await Row.ReadAsync();
}
