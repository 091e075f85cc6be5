using System.Text.RegularExpressions;
using LoApi.PlainAspNet.Errors;

namespace LoApi.PlainAspNet.Payoffs;

/// <summary>LoApi's rules of a new payoff, as far as the measure needs them.</summary>
internal static partial class PayoffRules
{
    private static readonly int[] Weights = [5, 8, 4, 2, 6, 3, 7, 9];

    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public static List<ProblemMember> Check(PayoffModel draft, TimeProvider time)
    {
        List<ProblemMember> errors = [];
        if (draft.SbaLoanNumber is not { } number || !LoanNumber().IsMatch(number))
        {
            errors.Add(new("/sba_loan_number", draft.SbaLoanNumber is null ? "required" : "invalid_format"));
        }
        else if (Weights.Select((weight, place) => weight * (number[place] - '0')).Sum() % 11 != int.Parse(number[8..]))
        {
            errors.Add(new("/sba_loan_number", "check_digit"));
        }

        OneOf(errors, "/program", draft.Program, "504", "7a");
        OneOf(errors, "/amount_type", draft.AmountType, "full", "partial");
        OneOf(errors, "/reason", draft.Reason, "refinance", "sale", "cash", "other");
        Required(errors, "/location_id", draft.LocationId, 7);
        if (draft.AmountType == "partial" && (draft.Program == "504" || draft.PrepaymentAmount is not > 0))
        {
            errors.Add(new("/prepayment_amount", "required"));
        }

        if (draft.Contact is null)
        {
            errors.Add(new("/contact", "required"));
        }
        else
        {
            Required(errors, "/contact/name", draft.Contact.Name, 100);
            Required(errors, "/contact/phone", draft.Contact.Phone, 30);
            if (draft.Contact.Email is not { Length: <= 254 } email || !Address().IsMatch(email))
            {
                errors.Add(new("/contact/email", "invalid_format"));
            }
        }

        CheckDate(errors, draft, time);
        return errors;
    }

    private static void CheckDate(List<ProblemMember> errors, PayoffModel draft, TimeProvider time)
    {
        if (draft.PayoffDate is not { } date)
        {
            errors.Add(new("/payoff_date", "required"));
            return;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), NewYork).Date);
        if (date <= today)
        {
            errors.Add(new("/payoff_date", "not_in_future"));
        }
        else if (!FedwireCalendar.IsBusinessDay(date))
        {
            errors.Add(new("/payoff_date", "not_a_business_day"));
        }
        else if (draft.Program == "504"
            && (date != FedwireCalendar.ThirdThursday(date) || date < (draft.NoticeReceivedDate ?? today).AddDays(8)))
        {
            errors.Add(new("/payoff_date", "not_a_504_date"));
        }
    }

    private static void OneOf(List<ProblemMember> errors, string pointer, string? value, params ReadOnlySpan<string> known)
    {
        if (!known.Contains(value))
        {
            errors.Add(new(pointer, value is null ? "required" : "invalid_value"));
        }
    }

    private static void Required(List<ProblemMember> errors, string pointer, string? value, int most)
    {
        if (value is not { Length: > 0 } || value.Length > most)
        {
            errors.Add(new(pointer, value is null ? "required" : "invalid_length"));
        }
    }

    [GeneratedRegex("^[0-9]{10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LoanNumber();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
