using System.Collections.Immutable;
using LoApi.Grains.Calendar;
using LoApi.Payoffs;

namespace LoApi.Grains.Payoffs;

/// <summary>The days on which a programme's loans are paid off.</summary>
internal static class PayoffDays
{
    /// <summary>No SBA loan runs longer: later dates are a slip of the pen.</summary>
    public const int MaxYearsAhead = 30;

    /// <summary>
    /// The payoff day of a month for 504 loans: the third Thursday (SOP 50 50), or what <paramref name="closed"/> makes
    /// of it where the wire service is closed; null where that leaves none.
    /// </summary>
    public static DateOnly? Of504(int year, int month, ClosedPayoffDay closed)
    {
        var first = new DateOnly(year, month, 1);
        var thirdThursday = first.AddDays((((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7) + 14);
        return closed switch
        {
            _ when FedwireCalendar.IsBusinessDay(thirdThursday) => thirdThursday,
            ClosedPayoffDay.Previous => FedwireCalendar.Nearest(thirdThursday, -1),
            ClosedPayoffDay.Next => FedwireCalendar.Nearest(thirdThursday),
            _ => null,
        };
    }

    /// <summary>The first <paramref name="count"/> payoff days on or after <paramref name="from"/>.</summary>
    public static ImmutableArray<DateOnly> From(DateOnly from, LoanProgram program, ClosedPayoffDay closed, int count)
    {
        var last = from.AddYears(MaxYearsAhead);
        var days = program == LoanProgram.Section504 ? Days504(from, last, closed) : Days7a(from, last);
        return [.. days.Take(count)];
    }

    private static IEnumerable<DateOnly> Days504(DateOnly from, DateOnly last, ClosedPayoffDay closed)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= last; month = month.AddMonths(1))
        {
            if (Of504(month.Year, month.Month, closed) is { } day && day >= from)
            {
                yield return day;
            }
        }
    }

    private static IEnumerable<DateOnly> Days7a(DateOnly from, DateOnly last)
    {
        for (var day = from; day <= last; day = day.AddDays(1))
        {
            if (FedwireCalendar.IsBusinessDay(day))
            {
                yield return day;
            }
        }
    }
}
