using LoApi.Callers;
using LoApi.Errors;
using LoApi.Grains.Audit;
using LoApi.Grains.Calendar;
using LoApi.Grains.Idempotency;
using LoApi.Idempotency;
using LoApi.Payoffs;
using LoApi.Storage.Audit;
using LoApi.Storage.Writing;

namespace LoApi.Grains.Payoffs;

/// <summary>A change about to be written: the row as it will be, and the answer that every repeat of the request will get.</summary>
internal sealed record PayoffChange(Payoff Row, RecordedResponse Response, ChangeSet Changes)
{
    /// <summary>What a request makes of a payoff; each that is accepted is one version more, even where nothing else differs.</summary>
    public static Outcome<PayoffChange> From(
        Payoff current, ChangePayoff request, BusinessClock clock, DateTimeOffset occurredAt, PayoffOptions options)
    {
        var errors = PayoffChangeRules.Check(current, request.Changed, clock.Today, clock.DateOf(current.CreatedAt!.Value), options);
        if (errors.FirstOrDefault(error => error.Code == ProblemCode.InvalidTransition) is { } transition)
        {
            return new Failure(ProblemCode.InvalidTransition, transition.Detail, errors);
        }

        return errors.IsEmpty
            ? To(request.Changed, current, AuditCode.Updated, request.Caller, request.Idempotency, clock.Now, occurredAt)
            : new Failure(ProblemCode.ValidationFailed, "The change breaks rules.", errors);
    }

    /// <summary>What the sweep makes of a payoff whose date went by.</summary>
    public static PayoffChange Expire(Payoff current, DateTimeOffset now, DateTimeOffset occurredAt) =>
        To(current with { Status = PayoffStatus.Expired }, current, AuditCode.Expired, Caller.System, request: null, now, occurredAt);

    private static PayoffChange To(
        Payoff changed, Payoff current, string code, Caller caller, IdempotentRequest? request, DateTimeOffset now, DateTimeOffset occurredAt)
    {
        var (id, version) = (current.Id!.Value, current.Version!.Value);
        var row = changed with { UpdatedAt = now, Version = version + 1 };
        var response = WrittenAnswer.Of(WrittenAnswer.Ok, row, id, version + 1);
        var audit = ChangeAudit.Of<Payoff>(code, Payoff.TypeName, id, (current, version), (response.Body, version + 1), caller, occurredAt);
        return new(
            row,
            response,
            new ChangeSet(audit, [new PayoffUpdate(row, version), .. response.ToRecords(Payoff.TypeName, request, occurredAt), .. SpentTokens.Spend(caller)]));
    }
}
