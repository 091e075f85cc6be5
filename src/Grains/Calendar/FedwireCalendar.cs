using LoApi.Holidays;

namespace LoApi.Grains.Calendar;

/// <summary>
/// The days on which the Federal Reserve's wire service is open. A holiday on a Sunday closes it on Monday; unlike
/// federal offices it does not close on the Friday before a Saturday holiday.
/// </summary>
internal static class FedwireCalendar
{
    public static bool IsBusinessDay(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday or DayOfWeek.Sunday => false,
        DayOfWeek.Monday => !FederalHolidays.IsHoliday(date) && !FederalHolidays.IsHoliday(date.AddDays(-1)),
        _ => !FederalHolidays.IsHoliday(date),
    };

    /// <summary>The date itself if it is a business day, else the next one (or the previous, with a step of -1).</summary>
    public static DateOnly Nearest(DateOnly date, int step = 1)
    {
        while (!IsBusinessDay(date))
        {
            date = date.AddDays(step);
        }

        return date;
    }

    /// <summary>The holidays whose date lies in the year and that close the service, on their observed date.</summary>
    public static IEnumerable<Holiday> HolidaysIn(int year) =>
        FederalHolidays.In(year).Where(holiday => holiday.Date.DayOfWeek != DayOfWeek.Saturday);
}
