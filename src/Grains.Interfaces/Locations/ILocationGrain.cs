using LoApi.Caching;

namespace LoApi.Locations;

/// <summary>One location, by its id: answers from memory what was read from the database.</summary>
[Alias("ILocationGrain")]
public interface ILocationGrain : IGrainWithStringKey
{
    /// <summary>
    /// The location, or null where there is none with this id; while the database does not answer, up to
    /// <see cref="CacheOptions.MaxStale"/> old.
    /// </summary>
    [Alias("Read")]
    Task<Reading<Location>> ReadAsync();
}
