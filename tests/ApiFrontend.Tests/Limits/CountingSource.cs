using LoApi.ApiFrontend.Limits;
using LoApi.Limits;

namespace LoApi.ApiFrontend.Tests.Limits;

/// <summary>A client's grain as leases see it, which can also be away, or take its time.</summary>
internal sealed class CountingSource(Func<int, Task<TokenLease>> lease) : ITokenSource
{
    public List<int> Asked { get; } = [];

    public Task<TokenLease> LeaseAsync(int wanted)
    {
        Asked.Add(wanted);
        return lease(wanted);
    }
}
