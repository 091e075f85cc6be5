using LoApi.Comparison.Measures;

namespace LoApi.Comparison.Tests;

public sealed class StatisticsTests
{
    [Fact]
    public void Of_OddNumber_MedianIsTheMiddleOne() => Assert.Equal(new Statistics(3, 1, 9), Statistics.Of([9, 1, 3]));

    [Fact]
    public void Of_EvenNumber_MedianLiesBetween() => Assert.Equal(new Statistics(2.5, 1, 9), Statistics.Of([9, 2, 3, 1]));

    [Fact]
    public void Of_Nothing_Throws() => Assert.Throws<ArgumentException>(() => Statistics.Of([]));
}
