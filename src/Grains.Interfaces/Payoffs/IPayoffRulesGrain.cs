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

    /// <summary>The rules that a change breaks, by the same reading of absent members.</summary>
    [Alias("CheckChange")]
    Task<ImmutableArray<MemberError>> CheckChangeAsync(Payoff current, Payoff changed);

    /// <summary>The first <paramref name="count"/> dates on or after <paramref name="from"/> on which the rules allow a payoff to be wired; fewer, or none, where the rules look no further ahead.</summary>
    /// <param name="program">The loan's programme.</param>
    /// <param name="from">The first date to look at; null for today in America/New_York.</param>
    /// <param name="count">How many, 1 to 100.</param>
    [Alias("Dates")]
    Task<ImmutableArray<DateOnly>> ListDatesAsync(LoanProgram program, DateOnly? from, int count);
}
