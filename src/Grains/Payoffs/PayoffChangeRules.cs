using System.Collections.Immutable;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Payoffs;

namespace LoApi.Grains.Payoffs;

/// <summary>
/// The rules that a change of a payoff is held against, beyond the form of its members. Pure: today, the day on which
/// the payoff was created and the options are arguments. Only what changes is judged: a payoff whose date has gone by in
/// the meantime can still be cancelled, and one that was funded completed.
/// </summary>
internal static class PayoffChangeRules
{
    public static ImmutableArray<MemberError> Check(Payoff current, Payoff changed, DateOnly today, DateOnly createdOn, PayoffOptions options) =>
    [
        .. ReadOnlyMembers<Payoff>.Differing(current, changed),
        .. FixedMembers(current, changed),
        .. Status(current, changed),
        .. Terms(current, changed, today, createdOn, options),
        .. Quote(current, changed),
    ];

    // A payoff is that of one loan at one location: its key for uniqueness, and what decides who sees it.
    private static IEnumerable<MemberError> FixedMembers(Payoff current, Payoff changed)
    {
        if (changed.SbaLoanNumber is { } loan && !string.Equals(loan, current.SbaLoanNumber, StringComparison.Ordinal))
        {
            yield return new("/sba_loan_number", ProblemCode.NotAllowed, "Another loan needs a payoff of its own.");
        }

        if (changed.LocationId is { } location && !string.Equals(location, current.LocationId, StringComparison.Ordinal))
        {
            yield return new("/location_id", ProblemCode.NotAllowed, "A payoff stays with its location.");
        }
    }

    private static IEnumerable<MemberError> Status(Payoff current, Payoff changed)
    {
        if (changed.Status is not { } status)
        {
            yield return new("/status", ProblemCode.Required, "A payoff has a status.");
        }
        else if (PayoffTransitions.Check(current.Status!.Value, status) is { } error)
        {
            yield return error;
        }
    }

    private static IEnumerable<MemberError> Terms(Payoff current, Payoff changed, DateOnly today, DateOnly createdOn, PayoffOptions options)
    {
        var program = changed.Program is not null && changed.Program != current.Program;
        var type = changed.AmountType is not null && changed.AmountType != current.AmountType;
        var amount = changed.PrepaymentAmount != current.PrepaymentAmount;
        var date = changed.PayoffDate is not null && changed.PayoffDate != current.PayoffDate;
        var notice = changed.NoticeReceivedDate != current.NoticeReceivedDate;
        if (!PayoffTransitions.AwaitsMoney(current.Status!.Value))
        {
            return new (bool Changes, string Pointer)[]
            {
                (program, "/program"), (type, "/amount_type"), (amount, "/prepayment_amount"),
                (date, "/payoff_date"), (notice, "/notice_received_date"),
            }
            .Where(member => member.Changes)
            .Select(member => new MemberError(member.Pointer, ProblemCode.NotAllowed, "The terms are settled once a payoff is funded or closed."));
        }

        return
        [
            .. program || type || amount ? PayoffRules.Amount(changed) : [],
            .. notice ? PayoffRules.Notice(changed, today) : [],
            .. Date(changed, date, program || notice, today, createdOn, options),
        ];
    }

    private static IEnumerable<MemberError> Date(
        Payoff changed, bool isNew, bool isJudgedAgain, DateOnly today, DateOnly createdOn, PayoffOptions options)
    {
        if ((!isNew && !isJudgedAgain) || changed.PayoffDate is not { } date)
        {
            return [];
        }

        var judgedOn = isNew ? today : AskedFor(date, changed.NoticeReceivedDate, createdOn);
        return PayoffRules.PayoffDate(changed, date, judgedOn, options) is { } error ? [error] : [];
    }

    // A date that stays may be today's by now: it is judged as on the day on which it was asked for, or noticed if later.
    private static DateOnly AskedFor(DateOnly date, DateOnly? noticed, DateOnly createdOn)
    {
        var latest = noticed < date ? noticed.Value : date.AddDays(-1);
        return noticed is not null && latest > createdOn ? latest : createdOn;
    }

    private static IEnumerable<MemberError> Quote(Payoff current, Payoff changed)
    {
        if (changed.Quote == current.Quote)
        {
            yield break;
        }

        if (changed.Status is not (null or PayoffStatus.Scheduled or PayoffStatus.Quoted))
        {
            yield return new("/quote", ProblemCode.NotAllowed, "A payoff is quoted while it is scheduled or quoted.");
        }

        if (changed.Quote is { } quote
            && quote.Principal + quote.Interest + quote.Fees + quote.Premium is { } sum
            && quote.Total is { } total
            && total != sum)
        {
            yield return new("/quote/total", ProblemCode.TotalMismatch, $"The sum of principal, interest, fees and premium: \"{sum:0.00}\".");
        }
    }
}
