using LoApi.Lists;

namespace LoApi.Locations;

/// <summary>Lists of locations. A stateless worker: any activation answers any query.</summary>
[Alias("ILocationQueryGrain")]
public interface ILocationQueryGrain : IGrainWithIntegerKey
{
    /// <summary>A page of the locations that the user belongs to, by id.</summary>
    [Alias("List")]
    Task<Page<Location>> ListAsync(LocationQuery query);
}
