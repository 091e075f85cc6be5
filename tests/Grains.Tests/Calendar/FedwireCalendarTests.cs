using LoApi.Grains.Calendar;

namespace LoApi.Grains.Tests.Calendar;

public sealed class FedwireCalendarTests
{
    // The Federal Reserve's own list for 2026 and 2027: federalreserve.gov, "Holidays observed".
    [Theory]
    [InlineData("2026-01-01")] // New Year's Day
    [InlineData("2026-01-19")] // Birthday of Martin Luther King, Jr.
    [InlineData("2026-02-16")] // Washington's Birthday
    [InlineData("2026-05-25")] // Memorial Day
    [InlineData("2026-06-19")] // Juneteenth
    [InlineData("2026-09-07")] // Labor Day
    [InlineData("2026-10-12")] // Columbus Day
    [InlineData("2026-11-11")] // Veterans Day
    [InlineData("2026-11-26")] // Thanksgiving Day
    [InlineData("2026-12-25")] // Christmas Day
    [InlineData("2027-07-05")] // Independence Day, a Sunday, closes the wire on Monday
    [InlineData("2028-01-17")] // Birthday of Martin Luther King, Jr.
    public void IsBusinessDay_Holiday_IsFalse(string date) =>
        Assert.False(FedwireCalendar.IsBusinessDay(DateOnly.Parse(date)));

    [Theory]
    [InlineData("2026-07-03")] // The Friday before a Saturday Independence Day
    [InlineData("2027-06-18")] // The Friday before a Saturday Juneteenth
    [InlineData("2027-12-24")] // The Friday before a Saturday Christmas Day
    [InlineData("2027-12-31")] // The Friday before a Saturday New Year's Day
    [InlineData("2025-01-21")] // The day after Inauguration Day and the King holiday
    [InlineData("2029-01-19")] // Inauguration Day itself is no holiday of the wire
    [InlineData("2026-05-18")] // A Monday in May that is not the last
    public void IsBusinessDay_OrdinaryWeekday_IsTrue(string date) =>
        Assert.True(FedwireCalendar.IsBusinessDay(DateOnly.Parse(date)));

    [Fact]
    public void IsBusinessDay_WholeYear2026_Has251Days()
    {
        // 261 weekdays less the ten holidays of the list that fall on one; Independence Day is a Saturday.
        var first = new DateOnly(2026, 1, 1);
        var open = Enumerable.Range(0, 365).Count(day => FedwireCalendar.IsBusinessDay(first.AddDays(day)));
        Assert.Equal(251, open);
    }
}
