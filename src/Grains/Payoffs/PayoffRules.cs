using System.Collections.Immutable;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Grains.Calendar;
using LoApi.Json;
using LoApi.Payoffs;

namespace LoApi.Grains.Payoffs;

/// <summary>
/// The rules that a new payoff is held against, beyond the form of its members. Pure: today and the options are
/// arguments. A member that is absent breaks no rule here, so that a half-understood draft can be checked too.
/// </summary>
internal static class PayoffRules
{
    public static ImmutableArray<MemberError> Check(Payoff draft, Caller caller, DateOnly today, PayoffOptions options)
    {
        var errors = ImmutableArray.CreateBuilder<MemberError>();
        errors.AddRange(ServerMembers(draft, caller));
        errors.AddRange(Loan(draft, options));
        errors.AddRange(Amount(draft));
        errors.AddRange(Notice(draft, today));
        if (draft.PayoffDate is { } date && PayoffDate(draft, date, today, options) is { } error)
        {
            errors.Add(error);
        }

        return errors.DrainToImmutable();
    }

    /// <summary>The earliest day that leaves the borrower's notice its time.</summary>
    public static DateOnly Earliest(LoanProgram? program, DateOnly? noticeReceived, DateOnly today, PayoffOptions options)
    {
        var days = program == LoanProgram.Section504 ? options.Section504NoticeDays : options.Section7aNoticeDays;
        var noticed = (noticeReceived < today ? noticeReceived.Value : today).AddDays(days);
        var tomorrow = today.AddDays(1);
        return noticed > tomorrow ? noticed : tomorrow;
    }

    private static IEnumerable<MemberError> ServerMembers(Payoff draft, Caller caller)
    {
        if (draft.LocationId is { } location && !string.Equals(location, caller.LocationId, StringComparison.Ordinal))
        {
            yield return new("/location_id", ProblemCode.ContextMismatch, "Another location than the one that the request acts for.");
        }

        if (draft.RequestedBy is { } user && !string.Equals(user, caller.UserId, StringComparison.Ordinal))
        {
            yield return new("/requested_by", ProblemCode.ReadOnly, "Set by the server: the user that the request acts for.");
        }

        foreach (var error in ReadOnlyMembers<Payoff>.Set(draft with { RequestedBy = null }))
        {
            yield return error;
        }

        if (draft.Status is not (null or PayoffStatus.Received))
        {
            yield return new("/status", ProblemCode.NotAllowed, "A new payoff is received.");
        }

        if (draft.Quote is not null)
        {
            yield return new("/quote", ProblemCode.NotAllowed, "A payoff is quoted after it was scheduled.");
        }
    }

    private static IEnumerable<MemberError> Loan(Payoff draft, PayoffOptions options)
    {
        if (options.CheckDigit
            && draft.SbaLoanNumber is { } number
            && SbaLoanNumber.IsWellFormed(number)
            && !SbaLoanNumber.HasValidCheckDigits(number))
        {
            yield return new("/sba_loan_number", ProblemCode.CheckDigit, "The last two digits are not the check digits of the first eight.");
        }
    }

    internal static IEnumerable<MemberError> Amount(Payoff draft)
    {
        if (draft is { Program: LoanProgram.Section504, AmountType: AmountType.Partial })
        {
            yield return new("/amount_type", ProblemCode.NotAllowed, "A 504 loan is only paid off in full.");
        }

        if (draft.AmountType is AmountType.Partial && draft.PrepaymentAmount is null)
        {
            yield return new("/prepayment_amount", ProblemCode.Required, "A partial payoff states its amount.");
        }

        if (draft.AmountType is AmountType.Full && draft.PrepaymentAmount is not null)
        {
            yield return new("/prepayment_amount", ProblemCode.NotAllowed, "A full payoff states no amount.");
        }

        if (draft.PrepaymentAmount is <= 0)
        {
            yield return new("/prepayment_amount", ProblemCode.OutOfRange, "More than \"0.00\".");
        }
    }

    internal static IEnumerable<MemberError> Notice(Payoff draft, DateOnly today)
    {
        if (draft.NoticeReceivedDate > today)
        {
            yield return new("/notice_received_date", ProblemCode.OutOfRange, $"A notice that has arrived: not after {today:yyyy-MM-dd}.");
        }
    }

    internal static MemberError? PayoffDate(Payoff draft, DateOnly date, DateOnly today, PayoffOptions options)
    {
        const string pointer = "/payoff_date";
        if (date <= today)
        {
            return new(pointer, ProblemCode.DateNotInFuture, $"A date after {today:yyyy-MM-dd}, today in America/New_York.");
        }

        if (date > today.AddYears(PayoffDays.MaxYearsAhead))
        {
            return new(pointer, ProblemCode.OutOfRange, $"A date within {PayoffDays.MaxYearsAhead} years.");
        }

        if (!FedwireCalendar.IsBusinessDay(date))
        {
            return new(pointer, ProblemCode.NotABusinessDay, "The Federal Reserve's wire service is closed on that day.");
        }

        var earliest = Earliest(draft.Program, draft.NoticeReceivedDate, today, options);
        if (date < earliest)
        {
            return new(pointer, ProblemCode.NoticeTooShort, $"The borrower's notice allows no date before {earliest:yyyy-MM-dd}.");
        }

        if (draft.Program == LoanProgram.Section504
            && PayoffDays.Of504(date.Year, date.Month, options.Section504ClosedDay) is var day
            && day != date)
        {
            return new(pointer, ProblemCode.NotAPayoffDay, day is null
                ? "504 loans are not paid off in that month: the third Thursday is no business day."
                : $"504 loans are paid off on the third Thursday, in that month on {day:yyyy-MM-dd}.");
        }

        return null;
    }
}
