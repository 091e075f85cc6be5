namespace LoApi.PlainAspNet.Payoffs;

/// <summary>The days on which the Federal Reserve's wire service is open.</summary>
internal static class FedwireCalendar
{
    public static bool IsBusinessDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(date);

    /// <summary>Of the date's month; where it is a holiday, the next business day.</summary>
    public static DateOnly ThirdThursday(DateOnly date)
    {
        var thursday = Nth(date.Year, date.Month, DayOfWeek.Thursday, 3);
        return IsHoliday(thursday) ? thursday.AddDays(1) : thursday;
    }

    private static bool IsHoliday(DateOnly date) =>
        IsFixed(date)
        || (date.DayOfWeek == DayOfWeek.Monday && IsFixed(date.AddDays(-1)))
        || date == Nth(date.Year, 1, DayOfWeek.Monday, 3)
        || date == Nth(date.Year, 2, DayOfWeek.Monday, 3)
        || (date.Month == 5 && date.DayOfWeek == DayOfWeek.Monday && date.Day > 24)
        || date == Nth(date.Year, 9, DayOfWeek.Monday, 1)
        || date == Nth(date.Year, 10, DayOfWeek.Monday, 2)
        || date == Nth(date.Year, 11, DayOfWeek.Thursday, 4);

    private static bool IsFixed(DateOnly date) => (date.Month, date.Day) is (1, 1) or (6, 19) or (7, 4) or (11, 11) or (12, 25);

    private static DateOnly Nth(int year, int month, DayOfWeek day, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)day - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    }
}
