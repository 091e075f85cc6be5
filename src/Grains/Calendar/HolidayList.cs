using System.Collections.Immutable;
using LoApi.Holidays;

namespace LoApi.Grains.Calendar;

/// <summary>Answers queries for holidays. Pure: today is an argument.</summary>
internal static class HolidayList
{
    /// <summary>By date, those of one date by name.</summary>
    public static ImmutableArray<Holiday> Of(HolidayQuery query, DateOnly today)
    {
        var year = query.Year ?? (query.From is null && query.To is null ? today.Year : null);
        var from = query.From ?? DateOnly.MinValue;
        var to = query.To ?? DateOnly.MaxValue;

        // One year more, because a New Year's Day may be observed in the year before it.
        var first = year ?? Math.Max(from.Year, HolidayQuery.MinYear);
        var last = year + 1 ?? Math.Min(to.Year, HolidayQuery.MaxYear);
        return
        [
            .. Enumerable.Range(first, Math.Max(0, last - first + 1))
                .SelectMany(number => InYear(query.Calendar, number))
                .Where(holiday => holiday.Date >= from && holiday.Date <= to)
                .Where(holiday => year is null || holiday.Date.Year == year || holiday.ObservedDate.Year == year)
                .OrderBy(holiday => holiday.Date)
                .ThenBy(holiday => holiday.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Holiday> InYear(HolidayCalendar calendar, int year) => calendar == HolidayCalendar.Fedwire
        ? FedwireCalendar.HolidaysIn(year)
        : InaugurationDay.In(year) is { } inauguration ? FederalHolidays.In(year).Append(inauguration) : FederalHolidays.In(year);
}
