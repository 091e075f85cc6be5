using System.Collections.Immutable;
using LoApi.Holidays;

namespace LoApi.Grains.Calendar;

/// <summary>The legal public holidays of 5 U.S.C. 6103, by the law as it stands.</summary>
internal static class FederalHolidays
{
    // In the order of the calendar.
    private static readonly ImmutableArray<HolidayRule> Rules =
    [
        HolidayRule.Fixed("New Year's Day", 1, 1),
        HolidayRule.Nth("Birthday of Martin Luther King, Jr.", 1, 3, DayOfWeek.Monday),
        HolidayRule.Nth("Washington's Birthday", 2, 3, DayOfWeek.Monday),
        HolidayRule.Last("Memorial Day", 5, DayOfWeek.Monday),
        HolidayRule.Fixed("Juneteenth National Independence Day", 6, 19, since: 2021), // Pub. L. 117-17
        HolidayRule.Fixed("Independence Day", 7, 4),
        HolidayRule.Nth("Labor Day", 9, 1, DayOfWeek.Monday),
        HolidayRule.Nth("Columbus Day", 10, 2, DayOfWeek.Monday),
        HolidayRule.Fixed("Veterans Day", 11, 11),
        HolidayRule.Nth("Thanksgiving Day", 11, 4, DayOfWeek.Thursday),
        HolidayRule.Fixed("Christmas Day", 12, 25),
    ];

    /// <summary>Whether the day is a federal holiday by its date, before any rule of observance.</summary>
    public static bool IsHoliday(DateOnly date) => Rules.Any(rule => rule.FallsOn(date));

    /// <summary>The federal holidays whose date lies in the year, by date.</summary>
    public static IEnumerable<Holiday> In(int year) =>
        from rule in Rules
        where year >= rule.Since
        let date = rule.In(year)
        select new Holiday { Date = date, ObservedDate = Observed(date), Name = rule.Name, Scope = HolidayScope.Federal };

    // 5 U.S.C. 6103(b)(1) for Saturdays; Executive Order 11582 for Sundays.
    private static DateOnly Observed(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(-1),
        DayOfWeek.Sunday => date.AddDays(1),
        _ => date,
    };
}
