using LoApi.Holidays;

namespace LoApi.Grains.Calendar;

/// <summary>
/// January 20 of each fourth year after 1965, a holiday in the District of Columbia and around it: 5 U.S.C. 6103(c). From
/// a Sunday it moves to the next day; from a Saturday it does not, because (b) speaks of the holidays of (a) only.
/// </summary>
internal static class InaugurationDay
{
    /// <summary>That of the year; null where it has none.</summary>
    public static Holiday? In(int year)
    {
        if (year < 1965 || year % 4 != 1)
        {
            return null;
        }

        var date = new DateOnly(year, 1, 20);
        return new()
        {
            Date = date,
            ObservedDate = date.DayOfWeek == DayOfWeek.Sunday ? date.AddDays(1) : date,
            Name = "Inauguration Day",
            Scope = HolidayScope.DistrictOfColumbia,
        };
    }
}
