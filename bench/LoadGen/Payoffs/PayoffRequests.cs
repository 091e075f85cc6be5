using System.Text.Json;
using LoApi.LoadGen.Client;
using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Payoffs;

/// <summary>Creates one payoff per loan.</summary>
/// <param name="client">Calls the service.</param>
/// <param name="loans">The loans, one request each.</param>
/// <param name="locations">Who acts for a loan's bank.</param>
/// <param name="payoffDate">The date of all of them.</param>
/// <param name="keySeed">Makes the idempotency keys: the seed, a hyphen and the loan number.</param>
internal sealed class PayoffRequests(
    ApiClient client,
    IReadOnlyList<Loan> loans,
    BankLocations locations,
    DateOnly payoffDate,
    string keySeed)
{
    public async Task<Outcome> SendAsync(long index, CancellationToken cancellation)
    {
        var loan = loans[(int)index];
        var acting = locations[loan.Bank];
        var body = JsonSerializer.SerializeToUtf8Bytes(
            NewPayoff.For(loan, acting.LocationId!, payoffDate),
            ContractJson.Default.NewPayoff);
        var answer = await client.PostAsync("/api/v1/payoffs", body, $"{keySeed}-{loan.Number}", acting, cancellation);
        return answer switch
        {
            { Status: 0 } => new Outcome(OutcomeKind.Transport, answer.Reason, answer.Retries),
            { Status: 201, Replayed: true } => new Outcome(OutcomeKind.Replayed, "", answer.Retries),
            { Status: 201 } => new Outcome(OutcomeKind.Created, "", answer.Retries),
            { Status: >= 400 and < 500 } => new Outcome(OutcomeKind.Refused, answer.Reason, answer.Retries),
            { IsSuccess: true } => new Outcome(OutcomeKind.Failed, $"http_{answer.Status}", answer.Retries),
            _ => new Outcome(OutcomeKind.Failed, answer.Reason, answer.Retries),
        };
    }
}
