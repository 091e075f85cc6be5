using LoApi.Caching;
using LoApi.Grains.Caching;
using LoApi.Storage.Users;
using LoApi.Users;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.Grains.Users;

/// <summary>One user, kept in memory for <see cref="CacheOptions.MaxAge"/>.</summary>
internal sealed class UserGrain(
    UserRepository users,
    TimeProvider time,
    IOptions<CacheOptions> cache,
    ILogger<UserGrain> logger) : Grain, IUserGrain
{
    private CachedRow<User> Row => field ??= new(
        this,
        time,
        cache.Value,
        logger,
        () => users.FindAsync(this.GetPrimaryKeyString(), CancellationToken.None));

    public async Task<User?> GetAsync() => await Row.GetAsync();

    public async Task<Reading<User>> ReadAsync() => await Row.ReadAsync();
}
