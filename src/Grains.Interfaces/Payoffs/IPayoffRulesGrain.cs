using System.Collections.Immutable;
using LoApi.Callers;
using LoApi.Errors;

namespace LoApi.Payoffs;

/// <summary>The rules that payoffs are held against, for those who do not write. A stateless worker.</summary>
[Alias("IPayoffRulesGrain")]
public interface IPayoffRulesGrain : IGrainWithIntegerKey
{
    /// <summary>The rules that a draft breaks; members that it lacks break none, so that a half-understood draft can be checked.</summary>
    [Alias("Check")]
    Task<ImmutableArray<MemberError>> CheckAsync(Payoff draft, Caller caller);
}
