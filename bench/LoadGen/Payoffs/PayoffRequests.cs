using LoApi.LoadGen.Client;
using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Payoffs;

/// <summary>Creates one payoff per loan.</summary>
internal sealed class PayoffRequests(ApiClient client, PayoffPlan plan)
{
    public async Task<Outcome> SendAsync(long index, CancellationToken cancellation)
    {
        var loan = plan.Loans[(int)index];
        var answer = await client.PostAsync(PayoffPlan.Path, plan.Body(loan), plan.Key(loan), plan.ActingFor(loan), cancellation);
        return answer switch
        {
            { Status: 0 } => new Outcome(OutcomeKind.Transport, answer.Reason, answer.Retries),
            { Status: 201, Replayed: true } => new Outcome(OutcomeKind.Replayed, "", answer.Retries),
            { Status: 201 } => new Outcome(OutcomeKind.Created, "", answer.Retries),
            { Status: >= 400 and < 500 } => new Outcome(OutcomeKind.Refused, answer.Reason, answer.Retries),
            { IsSuccess: true } => new Outcome(OutcomeKind.Failed, StatusReason.Of(answer.Status), answer.Retries),
            _ => new Outcome(OutcomeKind.Failed, answer.Reason, answer.Retries),
        };
    }
}
