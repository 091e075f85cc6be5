using System.Text.Json;
using LoApi.LoadGen.Client;

namespace LoApi.LoadGen.Payoffs;

/// <summary>What a run sends: one request per loan.</summary>
/// <param name="Loans">The loans.</param>
/// <param name="Locations">Who acts for a loan's bank.</param>
/// <param name="PayoffDate">The date of all of them.</param>
/// <param name="KeySeed">Makes the idempotency keys: the seed, a hyphen and the loan number.</param>
internal sealed record PayoffPlan(IReadOnlyList<Loan> Loans, BankLocations Locations, DateOnly PayoffDate, string KeySeed)
{
    public const string Path = "/api/v1/payoffs";

    public ActingFor ActingFor(Loan loan) => Locations[loan.Bank];

    public string Key(Loan loan) => $"{KeySeed}-{loan.Number}";

    /// <summary>The body, as JSON.</summary>
    public byte[] Body(Loan loan) => JsonSerializer.SerializeToUtf8Bytes(
        NewPayoff.For(loan, ActingFor(loan).LocationId!, PayoffDate),
        ContractJson.Default.NewPayoff);
}
