using LoApi.Grains.Audit;
using LoApi.Grains.Idempotency;
using LoApi.Idempotency;
using LoApi.Payoffs;
using LoApi.Storage.Audit;
using LoApi.Storage.Writing;

namespace LoApi.Grains.Payoffs;

/// <summary>A payoff about to be created: its row, and the answer that every repeat of the request will get.</summary>
internal sealed record NewPayoff(Payoff Row, RecordedResponse Response, ChangeSet Changes)
{
    public static NewPayoff From(CreatePayoff request, Guid id, DateTimeOffset now, DateTimeOffset occurredAt)
    {
        var row = request.Draft with
        {
            Id = id,
            RequestedBy = request.Caller.UserId,
            Status = PayoffStatus.Received,
            CreatedAt = now,
            UpdatedAt = now,
            Version = 1,
        };
        var response = WrittenAnswer.Of(WrittenAnswer.Created, row, id, version: 1);
        var record = response.ToRecord(Payoff.TypeName, request.Idempotency, occurredAt);
        var audit = ChangeAudit.Of<Payoff>(
            AuditCode.Created, Payoff.TypeName, id, before: null, (response.Body, 1), request.Caller, occurredAt);
        return new(row, response, new ChangeSet(audit, [new PayoffInsert(row), record, .. SpentTokens.Spend(request.Caller)]));
    }
}
