using System.Collections.Immutable;

namespace LoApi.Operators;

/// <summary>Which operators' keys there are. A stateless worker: any activation answers.</summary>
[Alias("IOperatorGrain")]
public interface IOperatorGrain : IGrainWithIntegerKey
{
    /// <summary>The key, revoked or not, or null where there is none with this id.</summary>
    [Alias("Find")]
    Task<OperatorKey?> FindAsync(string keyId);

    /// <summary>The keys that are good, the latest <see cref="OperatorKey.MaxListed"/> of them.</summary>
    [Alias("List")]
    Task<ImmutableArray<OperatorKey>> ListAsync();
}
