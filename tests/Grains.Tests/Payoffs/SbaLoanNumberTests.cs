using LoApi.Payoffs;

namespace LoApi.Grains.Tests.Payoffs;

public sealed class SbaLoanNumberTests
{
    [Theory]
    [InlineData("1004285007")]
    [InlineData("1004535010")]
    public void HasValidCheckDigits_PublishedLoan_IsTrue(string number) =>
        Assert.True(SbaLoanNumber.HasValidCheckDigits(number));

    [Fact]
    public void HasValidCheckDigits_AnyOneDigitChanged_IsFalse()
    {
        const string number = "1004285007";
        var changed =
            from place in Enumerable.Range(0, number.Length)
            from digit in "0123456789"
            where digit != number[place]
            select number[..place] + digit + number[(place + 1)..];
        Assert.All(changed, other => Assert.False(SbaLoanNumber.HasValidCheckDigits(other), other));
    }

    [Theory]
    [InlineData("10042850-07", "1004285007")]
    [InlineData("1004285007", "1004285007")]
    [InlineData("1004-285007", "1004-285007")]
    [InlineData("", "")]
    public void Normalize_Text_OnlyLosesTheHyphenOfTheForm(string text, string expected) =>
        Assert.Equal(expected, SbaLoanNumber.Normalize(text));
}
