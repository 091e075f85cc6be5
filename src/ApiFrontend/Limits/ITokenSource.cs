using LoApi.Limits;

namespace LoApi.ApiFrontend.Limits;

/// <summary>Where a front end leases a client's tokens.</summary>
internal interface ITokenSource
{
    /// <summary>Leases up to so many tokens. Throws where it cannot be reached.</summary>
    Task<TokenLease> LeaseAsync(int wanted);
}
