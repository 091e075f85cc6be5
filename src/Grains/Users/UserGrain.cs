using LoApi.Grains.Caching;
using LoApi.Storage.Users;
using LoApi.Users;
using Microsoft.Extensions.Options;

namespace LoApi.Grains.Users;

/// <summary>One user, kept in memory for <see cref="CacheOptions.MaxAge"/>.</summary>
internal sealed class UserGrain(UserRepository users, TimeProvider time, IOptions<CacheOptions> cache) : Grain, IUserGrain
{
    private CachedRow<User> Row => field ??= new(
        this,
        time,
        cache.Value.MaxAge,
        () => users.FindAsync(this.GetPrimaryKeyString(), CancellationToken.None));

    public async Task<User?> GetAsync() => await Row.GetAsync();
}
