using LoApi.Comparison.Contenders;

namespace LoApi.Comparison.Tests;

public sealed class LoanNumbersTests
{
    [Theory]
    [InlineData(12_345_678, "1234567801")]
    [InlineData(1, "0000000109")]
    public void Of_EightDigits_AppendsTheirCheckDigits(int number, string expected) => Assert.Equal(expected, LoanNumbers.Of(number));
}
