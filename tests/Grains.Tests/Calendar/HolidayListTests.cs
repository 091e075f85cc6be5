using System.Globalization;
using LoApi.Grains.Calendar;
using LoApi.Holidays;

namespace LoApi.Grains.Tests.Calendar;

/// <summary>Years held against 5 U.S.C. 6103 by hand; the weekday that a rule starts from stands beside each date.</summary>
public sealed class HolidayListTests
{
    private static readonly DateOnly Today = new(2027, 1, 4);

    [Fact]
    public void Of_2021_FollowsTheLaw() => Assert.Equal(
        [
            "2021-01-01 New Year's Day",                                           // a Friday
            "2021-01-18 Birthday of Martin Luther King, Jr.",                      // Mondays 4, 11, 18
            "2021-01-20 Inauguration Day (dc)",                                    // a Wednesday
            "2021-02-15 Washington's Birthday",                                    // Mondays 1, 8, 15
            "2021-05-31 Memorial Day",                                             // Mondays …, 24, 31
            "2021-06-19 Juneteenth National Independence Day, kept on 2021-06-18", // a Saturday, and the first one
            "2021-07-04 Independence Day, kept on 2021-07-05",                     // a Sunday
            "2021-09-06 Labor Day",                                                // Monday 6: the 1st is a Wednesday
            "2021-10-11 Columbus Day",                                             // Mondays 4, 11
            "2021-11-11 Veterans Day",                                             // a Thursday
            "2021-11-25 Thanksgiving Day",                                         // Thursdays 4, 11, 18, 25
            "2021-12-25 Christmas Day, kept on 2021-12-24",                        // a Saturday
            "2022-01-01 New Year's Day, kept on 2021-12-31",                       // a Saturday of the next year
        ],
        Year(2021));

    [Fact]
    public void Of_2026_FollowsTheLaw() => Assert.Equal(
        [
            "2026-01-01 New Year's Day",                       // a Thursday
            "2026-01-19 Birthday of Martin Luther King, Jr.",  // Mondays 5, 12, 19
            "2026-02-16 Washington's Birthday",                // Mondays 2, 9, 16
            "2026-05-25 Memorial Day",                         // Mondays …, 18, 25: the 31st is a Sunday
            "2026-06-19 Juneteenth National Independence Day", // a Friday
            "2026-07-04 Independence Day, kept on 2026-07-03", // a Saturday
            "2026-09-07 Labor Day",                            // Monday 7: the 1st is a Tuesday
            "2026-10-12 Columbus Day",                         // Mondays 5, 12
            "2026-11-11 Veterans Day",                         // a Wednesday
            "2026-11-26 Thanksgiving Day",                     // Thursdays 5, 12, 19, 26
            "2026-12-25 Christmas Day",                        // a Friday; 2027-01-01 is one too
        ],
        Year(2026));

    [Fact]
    public void Of_2027_FollowsTheLaw() => Assert.Equal(
        [
            "2027-01-01 New Year's Day",                                           // a Friday
            "2027-01-18 Birthday of Martin Luther King, Jr.",                      // Mondays 4, 11, 18
            "2027-02-15 Washington's Birthday",                                    // Mondays 1, 8, 15
            "2027-05-31 Memorial Day",                                             // Mondays …, 24, 31
            "2027-06-19 Juneteenth National Independence Day, kept on 2027-06-18", // a Saturday
            "2027-07-04 Independence Day, kept on 2027-07-05",                     // a Sunday
            "2027-09-06 Labor Day",                                                // Monday 6: the 1st is a Wednesday
            "2027-10-11 Columbus Day",                                             // Mondays 4, 11
            "2027-11-11 Veterans Day",                                             // a Thursday
            "2027-11-25 Thanksgiving Day",                                         // Thursdays 4, 11, 18, 25
            "2027-12-25 Christmas Day, kept on 2027-12-24",                        // a Saturday
            "2028-01-01 New Year's Day, kept on 2027-12-31",                       // a Saturday of the next year
        ],
        Year(2027));

    [Fact]
    public void Of_2028_FollowsTheLaw() => Assert.Equal(
        [
            "2028-01-01 New Year's Day, kept on 2027-12-31",   // a Saturday, kept in the year before
            "2028-01-17 Birthday of Martin Luther King, Jr.",  // Mondays 3, 10, 17
            "2028-02-21 Washington's Birthday",                // Mondays 7, 14, 21
            "2028-05-29 Memorial Day",                         // Mondays …, 22, 29: the 31st is a Wednesday
            "2028-06-19 Juneteenth National Independence Day", // a Monday
            "2028-07-04 Independence Day",                     // a Tuesday
            "2028-09-04 Labor Day",                            // Monday 4: the 1st is a Friday
            "2028-10-09 Columbus Day",                         // Mondays 2, 9
            "2028-11-11 Veterans Day, kept on 2028-11-10",     // a Saturday
            "2028-11-23 Thanksgiving Day",                     // Thursdays 2, 9, 16, 23: the fourth is not the last
            "2028-12-25 Christmas Day",                        // a Monday; 2029-01-01 is one too
        ],
        Year(2028));

    [Fact]
    public void Of_2029_FollowsTheLaw() => Assert.Equal(
        [
            "2029-01-01 New Year's Day",                       // a Monday
            "2029-01-15 Birthday of Martin Luther King, Jr.",  // Mondays 1, 8, 15
            "2029-01-20 Inauguration Day (dc)",                // a Saturday, without a Friday before
            "2029-02-19 Washington's Birthday",                // Mondays 5, 12, 19
            "2029-05-28 Memorial Day",                         // Mondays …, 21, 28: the 31st is a Thursday
            "2029-06-19 Juneteenth National Independence Day", // a Tuesday
            "2029-07-04 Independence Day",                     // a Wednesday
            "2029-09-03 Labor Day",                            // Monday 3: the 1st is a Saturday
            "2029-10-08 Columbus Day",                         // Mondays 1, 8
            "2029-11-11 Veterans Day, kept on 2029-11-12",     // a Sunday
            "2029-11-22 Thanksgiving Day",                     // Thursdays 1, 8, 15, 22: the fourth is not the last
            "2029-12-25 Christmas Day",                        // a Tuesday
        ],
        Year(2029));

    [Fact]
    public void Of_2031_FollowsTheLaw() => Assert.Equal(
        [
            "2031-01-01 New Year's Day",                       // a Wednesday
            "2031-01-20 Birthday of Martin Luther King, Jr.",  // Mondays 6, 13, 20; no inauguration in 2031
            "2031-02-17 Washington's Birthday",                // Mondays 3, 10, 17
            "2031-05-26 Memorial Day",                         // Mondays …, 19, 26: the 31st is a Saturday
            "2031-06-19 Juneteenth National Independence Day", // a Thursday, the third one
            "2031-07-04 Independence Day",                     // a Friday
            "2031-09-01 Labor Day",                            // Monday 1
            "2031-10-13 Columbus Day",                         // Mondays 6, 13
            "2031-11-11 Veterans Day",                         // a Tuesday
            "2031-11-27 Thanksgiving Day",                     // Thursdays 6, 13, 20, 27
            "2031-12-25 Christmas Day",                        // a Thursday
        ],
        Year(2031));

    [Fact]
    public void Of_2025_HasTwoOnOneDate() => Assert.Equal(
        ["2025-01-20 Birthday of Martin Luther King, Jr.", "2025-01-20 Inauguration Day (dc)"],
        Year(2025).Where(text => text.StartsWith("2025-01-2", StringComparison.Ordinal)));

    [Fact]
    public void Of_InaugurationOnSunday_IsKeptOnTheNextDay()
    {
        Assert.Contains("2013-01-20 Inauguration Day, kept on 2013-01-21 (dc)", Year(2013));
        Assert.Contains("2041-01-20 Inauguration Day, kept on 2041-01-21 (dc)", Year(2041));
    }

    [Fact]
    public void Of_2020_HasNoJuneteenth() =>
        Assert.DoesNotContain(Year(2020), text => text.Contains("Juneteenth", StringComparison.Ordinal));

    [Fact]
    public void Of_Fedwire2021_LacksSaturdaysAndTheDistrict() => Assert.Equal(
        [
            "2021-01-01 New Year's Day",
            "2021-01-18 Birthday of Martin Luther King, Jr.",
            "2021-02-15 Washington's Birthday",
            "2021-05-31 Memorial Day",
            "2021-07-04 Independence Day, kept on 2021-07-05",
            "2021-09-06 Labor Day",
            "2021-10-11 Columbus Day",
            "2021-11-11 Veterans Day",
            "2021-11-25 Thanksgiving Day",
        ],
        Year(2021, HolidayCalendar.Fedwire));

    [Fact]
    public void Of_FedwireEveryYear_IsWhatThePayoffRulesKeep()
    {
        for (var year = HolidayQuery.MinYear; year <= HolidayQuery.MaxYear; year++)
        {
            var first = new DateOnly(year, 1, 1);
            var closed = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber)
                .Select(first.AddDays)
                .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FedwireCalendar.IsBusinessDay(day));

            var query = new HolidayQuery(HolidayCalendar.Fedwire, year, From: null, To: null);
            Assert.Equal(closed, HolidayList.Of(query, Today).Select(holiday => holiday.ObservedDate));
        }
    }

    [Fact]
    public void Of_NeitherYearNorDate_IsTheCurrentYear() =>
        Assert.Equal(Year(2027), List(new(HolidayCalendar.Federal, Year: null, From: null, To: null)));

    [Fact]
    public void Of_Dates_AreThoseOfTheStatuteAndInclusive() => Assert.Equal(
        ["2027-12-25 Christmas Day, kept on 2027-12-24", "2028-01-01 New Year's Day, kept on 2027-12-31"],
        List(new(HolidayCalendar.Federal, Year: null, new(2027, 12, 25), new(2028, 1, 1))));

    [Fact]
    public void Of_YearAndDates_AreBoth() => Assert.Equal(
        ["2028-01-01 New Year's Day, kept on 2027-12-31"],
        List(new(HolidayCalendar.Federal, 2027, new(2028, 1, 1), To: null)));

    [Fact]
    public void Of_OpenRanges_EndWithTheYearsThatAreAnswered()
    {
        Assert.Equal("2100-12-25 Christmas Day, kept on 2100-12-24", List(new(HolidayCalendar.Federal, Year: null, new(2099, 1, 1), To: null))[^1]);
        Assert.Equal("1986-01-01 New Year's Day", List(new(HolidayCalendar.Federal, Year: null, From: null, new(1987, 1, 1)))[0]);
        Assert.Empty(List(new(HolidayCalendar.Federal, Year: null, new(2101, 1, 1), To: null)));
    }

    private static string[] Year(int year, HolidayCalendar calendar = HolidayCalendar.Federal) =>
        List(new(calendar, year, From: null, To: null));

    private static string[] List(HolidayQuery query) => [.. HolidayList.Of(query, Today).Select(Text)];

    private static string Text(Holiday holiday)
    {
        var kept = holiday.ObservedDate == holiday.Date ? "" : string.Create(CultureInfo.InvariantCulture, $", kept on {holiday.ObservedDate:O}");
        var where = holiday.Scope == HolidayScope.Federal ? "" : " (dc)";
        return string.Create(CultureInfo.InvariantCulture, $"{holiday.Date:O} {holiday.Name}{kept}{where}");
    }
}
