using LoApi.Grains.Pruning;

namespace LoApi.Grains.Tests.Pruning;

public sealed class SliceSizeTests
{
    [Fact]
    public void Took_WhileABacklogLasts_GrowsUpToTheMost()
    {
        var slice = new SliceSize(500);

        Assert.Equal([500, 1_000, 2_000, 4_000, 5_000, 5_000], Enumerable.Range(0, 6).Select(_ =>
        {
            var rows = slice.Rows;
            slice.Took(SliceSize.Bound / 2, more: true);
            return rows;
        }));
    }

    [Theory]
    [InlineData(0.5, 4_000)]
    [InlineData(0.51, 2_000)]
    [InlineData(1, 2_000)]
    [InlineData(1.01, 1_000)]
    public void Took_ByHowLongItTook_GrowsStaysOrShrinks(double bounds, int expected)
    {
        var slice = new SliceSize(500);
        slice.Took(TimeSpan.Zero, more: true);
        slice.Took(TimeSpan.Zero, more: true);
        Assert.Equal(2_000, slice.Rows);

        slice.Took(SliceSize.Bound * bounds, more: true);

        Assert.Equal(expected, slice.Rows);
    }

    [Fact]
    public void Took_WithoutABacklogOrForLong_GoesBackToTheFirst()
    {
        var slice = new SliceSize(500);
        slice.Took(TimeSpan.Zero, more: true);
        slice.Took(TimeSpan.Zero, more: true);
        slice.Took(TimeSpan.Zero, more: false);
        Assert.Equal(500, slice.Rows);

        slice.Took(TimeSpan.FromSeconds(10), more: true);
        Assert.Equal(500, slice.Rows);
    }
}
