namespace LoApi.LoadGen.Payoffs;

/// <summary>Chooses a date on which a 7(a) payoff can surely be wired, without a calendar of holidays.</summary>
internal static class PayoffDateChoice
{
    private const int DaysAhead = 14;

    /// <summary>
    /// The first Tuesday, Wednesday or Thursday at least two weeks ahead. Most federal holidays are, or are observed on, a
    /// Monday or Friday; the dates that can fall between are left out, with the quiet days from 24 December to 2 January.
    /// </summary>
    public static DateOnly After(DateOnly today)
    {
        var date = today.AddDays(DaysAhead);
        while (!IsSafe(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    private static bool IsSafe(DateOnly date) =>
        date.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Wednesday or DayOfWeek.Thursday
        && (date.Month, date.Day) is not ((6, 19) or (7, 4) or (11, 11) or (12, >= 24) or (1, <= 2))
        && !IsThanksgiving(date);

    /// <summary>The fourth Thursday of November (5 U.S.C. 6103).</summary>
    private static bool IsThanksgiving(DateOnly date) =>
        date is { Month: 11, DayOfWeek: DayOfWeek.Thursday, Day: >= 22 and <= 28 };
}
