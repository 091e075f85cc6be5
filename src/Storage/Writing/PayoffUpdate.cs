using LoApi.Payoffs;
using LoApi.Storage.Payoffs;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>A changed payoff, whole, with its new version.</summary>
/// <param name="Payoff">The payoff as it is to be; its version is one more than <paramref name="ExpectedVersion"/>.</param>
/// <param name="ExpectedVersion">The version that it must still have.</param>
public sealed record PayoffUpdate(Payoff Payoff, long ExpectedVersion) : RowChange
{
    internal override string OrderKey => Payoff.SbaLoanNumber + Payoff.Id;

    internal override Row ToRow() => PayoffTable.ToUpdate(Payoff, ExpectedVersion);
}
