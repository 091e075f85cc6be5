namespace LoApi.Grains.Calendar;

/// <summary>The legal public holidays of 5 U.S.C. 6103(a), on their statutory dates.</summary>
internal static class FederalHolidays
{
    /// <summary>Whether the day is a holiday by its date, before any rule of observance.</summary>
    public static bool IsHoliday(DateOnly date) => (date.Month, date.Day) switch
    {
        (1, 1) => true,                                            // New Year's Day
        (6, 19) => date.Year >= 2021,                              // Juneteenth National Independence Day
        (7, 4) => true,                                            // Independence Day
        (11, 11) => true,                                          // Veterans Day
        (12, 25) => true,                                          // Christmas Day
        (1, _) => IsNth(date, 3, DayOfWeek.Monday),                // Birthday of Martin Luther King, Jr.
        (2, _) => IsNth(date, 3, DayOfWeek.Monday),                // Washington's Birthday
        (5, > 24) => date.DayOfWeek == DayOfWeek.Monday,           // Memorial Day, the last Monday
        (9, _) => IsNth(date, 1, DayOfWeek.Monday),                // Labor Day
        (10, _) => IsNth(date, 2, DayOfWeek.Monday),               // Columbus Day
        (11, _) => IsNth(date, 4, DayOfWeek.Thursday),             // Thanksgiving Day
        _ => false,
    };

    private static bool IsNth(DateOnly date, int nth, DayOfWeek day) =>
        date.DayOfWeek == day && (date.Day - 1) / 7 == nth - 1;
}
