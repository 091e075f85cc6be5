namespace LoApi.Grains.Calendar;

/// <summary>One holiday of the statute.</summary>
/// <param name="Name">The statute's name of it.</param>
/// <param name="Since">The first year that has it, as far back as this service looks.</param>
/// <param name="In">Its date in a year.</param>
internal sealed record HolidayRule(string Name, int Since, Func<int, DateOnly> In)
{
    /// <summary>On the same day of every year.</summary>
    public static HolidayRule Fixed(string name, int month, int day, int since = 1) =>
        new(name, since, year => new(year, month, day));

    /// <summary>On the <paramref name="nth"/> weekday of a month.</summary>
    public static HolidayRule Nth(string name, int month, int nth, DayOfWeek day) => new(name, Since: 1, year =>
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)day - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    });

    /// <summary>On the last weekday of a month.</summary>
    public static HolidayRule Last(string name, int month, DayOfWeek day) => new(name, Since: 1, year =>
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)day + 7) % 7));
    });

    /// <summary>Whether this holiday falls on the date.</summary>
    public bool FallsOn(DateOnly date) => date.Year >= Since && In(date.Year) == date;
}
