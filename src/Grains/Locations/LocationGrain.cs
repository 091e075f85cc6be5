using LoApi.Grains.Caching;
using LoApi.Locations;
using LoApi.Storage.Locations;
using Microsoft.Extensions.Options;

namespace LoApi.Grains.Locations;

/// <summary>One location, kept in memory for <see cref="CacheOptions.MaxAge"/>.</summary>
internal sealed class LocationGrain(LocationRepository locations, TimeProvider time, IOptions<CacheOptions> cache) : Grain, ILocationGrain
{
    private CachedRow<Location> Row => field ??= new(
        this,
        time,
        cache.Value.MaxAge,
        () => locations.FindAsync(this.GetPrimaryKeyString(), CancellationToken.None));

    public async Task<Location?> GetAsync() => await Row.GetAsync();
}
