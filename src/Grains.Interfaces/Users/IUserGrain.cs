using LoApi.Caching;
using LoApi.Errors;

namespace LoApi.Users;

/// <summary>One user, by id: answers from memory what was read from the database.</summary>
[Alias("IUserGrain")]
public interface IUserGrain : IGrainWithStringKey
{
    /// <summary>
    /// The user with all its locations, or null where there is none with this id; not older than
    /// <see cref="CacheOptions.MaxAge"/>. Throws <see cref="DatabaseUnavailableException"/> where the database does not answer.
    /// </summary>
    [Alias("Get")]
    Task<User?> GetAsync();

    /// <summary>The same for one who only reads: while the database does not answer, up to <see cref="CacheOptions.MaxStale"/> old.</summary>
    [Alias("Read")]
    Task<Reading<User>> ReadAsync();
}
