using LoApi.Grains.Payoffs;
using LoApi.Payoffs;

namespace LoApi.Grains.Tests.Payoffs;

public sealed class PayoffDaysTests
{
    [Theory]
    [InlineData(2026, 12, "2026-12-17")]
    [InlineData(2027, 1, "2027-01-21")]
    [InlineData(2027, 7, "2027-07-15")]  // the month begins on a Thursday
    [InlineData(2027, 10, "2027-10-21")] // the month begins on a Friday
    [InlineData(2031, 6, "2031-06-20")]  // the third Thursday is Juneteenth
    public void Of504_Month_IsTheThirdThursdayOrTheNextBusinessDay(int year, int month, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), PayoffDays.Of504(year, month, ClosedPayoffDay.Next));

    [Fact]
    public void Of504_ClosedThursday_FollowsTheSetting()
    {
        Assert.Equal(new DateOnly(2031, 6, 18), PayoffDays.Of504(2031, 6, ClosedPayoffDay.Previous));
        Assert.Null(PayoffDays.Of504(2031, 6, ClosedPayoffDay.Reject));
    }

    [Fact]
    public void From_504_ListsTheDaysOnOrAfter() =>
        Assert.Equal(
            [new DateOnly(2031, 5, 15), new DateOnly(2031, 6, 20), new DateOnly(2031, 7, 17)],
            PayoffDays.From(new DateOnly(2031, 5, 15), LoanProgram.Section504, ClosedPayoffDay.Next, 3).ToArray());

    [Fact]
    public void From_504ClosedDayRejected_LeavesTheMonthOut() =>
        Assert.Equal(
            [new DateOnly(2031, 5, 15), new DateOnly(2031, 7, 17)],
            PayoffDays.From(new DateOnly(2031, 5, 1), LoanProgram.Section504, ClosedPayoffDay.Reject, 2).ToArray());

    [Fact]
    public void From_7a_ListsBusinessDays() =>
        Assert.Equal(
            [new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 27), new DateOnly(2026, 11, 30)],
            PayoffDays.From(new DateOnly(2026, 11, 25), LoanProgram.Section7a, ClosedPayoffDay.Next, 3).ToArray());
}
