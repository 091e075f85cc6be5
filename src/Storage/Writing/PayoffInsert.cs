using System.Collections.Immutable;
using LoApi.Payoffs;
using LoApi.Storage.Payoffs;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>A new payoff, complete, of version 1.</summary>
/// <param name="Payoff">The payoff.</param>
public sealed record PayoffInsert(Payoff Payoff) : RowChange
{
    internal override string OrderKey => Payoff.SbaLoanNumber + Payoff.Id;

    internal override ImmutableArray<ClaimedKey> ClaimedKeys => PayoffTable.ClaimedKeys(Payoff);

    internal override Row ToRow() => PayoffTable.ToInsert(Payoff);
}
