using LoApi.LoadGen.Payoffs;

namespace LoApi.LoadGen.Tests;

public sealed class PayoffDateChoiceTests
{
    [Theory]
    [InlineData("2027-03-01", "2027-03-16")] // two weeks ahead is a Monday
    [InlineData("2027-03-02", "2027-03-16")]
    [InlineData("2027-03-04", "2027-03-18")]
    [InlineData("2027-03-05", "2027-03-23")] // … a Friday
    [InlineData("2030-06-05", "2030-06-20")] // Juneteenth on a Wednesday
    [InlineData("2028-06-20", "2028-07-05")] // 4 July on a Tuesday
    [InlineData("2026-10-28", "2026-11-12")] // 11 November on a Wednesday
    [InlineData("2026-11-12", "2026-12-01")] // Thanksgiving Day, then the weekend
    [InlineData("2026-12-10", "2027-01-05")] // from 24 December to 2 January
    public void After_Today_IsASafeMidweekDay(string today, string expected) => Assert.Equal(
        DateOnly.ParseExact(expected, "yyyy-MM-dd"),
        PayoffDateChoice.After(DateOnly.ParseExact(today, "yyyy-MM-dd")));

    [Fact]
    public void After_EveryDayOfFortyYears_IsMidweekAndTwoToFiveWeeksAhead()
    {
        for (var today = new DateOnly(2026, 1, 1); today.Year < 2066; today = today.AddDays(1))
        {
            var date = PayoffDateChoice.After(today);

            Assert.InRange(date.DayNumber - today.DayNumber, 14, 33);
            Assert.InRange(date.DayOfWeek, DayOfWeek.Tuesday, DayOfWeek.Thursday);
        }
    }
}
