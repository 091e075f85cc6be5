using LoApi.Lists;

namespace LoApi.Resources;

/// <summary>Lists of resources. A stateless worker: any activation answers any query.</summary>
[Alias("IResourceQueryGrain")]
public interface IResourceQueryGrain : IGrainWithIntegerKey
{
    /// <summary>A page of the client's resources.</summary>
    [Alias("List")]
    Task<Page<Resource>> ListAsync(ResourceQuery query);
}
