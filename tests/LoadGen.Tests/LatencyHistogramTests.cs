using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Tests;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Percentile_NothingRecorded_IsZero()
    {
        var histogram = new LatencyHistogram();

        Assert.Equal(0, histogram.Count);
        Assert.Equal(TimeSpan.Zero, histogram.Percentile(99m));
        Assert.Equal(TimeSpan.Zero, histogram.Min);
        Assert.Equal(TimeSpan.Zero, histogram.Max);
        Assert.Equal(TimeSpan.Zero, histogram.Mean);
    }

    [Fact]
    public void Percentile_AnyDuration_IsAtMostOneStepAboveIt()
    {
        for (long ticks = 0; ticks < LatencyHistogram.Longest.Ticks; ticks = ticks + 1 + (ticks / 1_000))
        {
            var histogram = new LatencyHistogram();
            histogram.Record(TimeSpan.FromTicks(ticks));
            histogram.Record(LatencyHistogram.Longest);

            Assert.InRange(histogram.Percentile(50m).Ticks, ticks, ticks + (ticks / 256));
        }
    }

    [Theory]
    [InlineData(50, 50_000)]
    [InlineData(90, 90_000)]
    [InlineData(99, 99_000)]
    [InlineData(99.9, 99_900)]
    [InlineData(100, 100_000)]
    public void Percentile_UniformDurations_IsThatShareOfTheLongest(double percent, int expectedMicroseconds)
    {
        var histogram = new LatencyHistogram();
        for (var microseconds = 1; microseconds <= 100_000; microseconds++)
        {
            histogram.Record(TimeSpan.FromMicroseconds(microseconds));
        }

        var actual = histogram.Percentile((decimal)percent).TotalMicroseconds;

        Assert.InRange(actual, expectedMicroseconds, expectedMicroseconds * (1 + (1.0 / 256)));
        Assert.Equal(50_000.5, histogram.Mean.TotalMicroseconds);
        Assert.Equal(1, histogram.Min.TotalMicroseconds);
        Assert.Equal(100_000, histogram.Max.TotalMicroseconds);
    }

    [Fact]
    public void Percentile_OneSlowInAThousand_ShowsBeyond999Only()
    {
        var histogram = new LatencyHistogram();
        for (var fast = 0; fast < 999; fast++)
        {
            histogram.Record(TimeSpan.FromTicks(100));
        }

        histogram.Record(TimeSpan.FromSeconds(1));

        Assert.Equal(100, histogram.Percentile(99.9m).Ticks);
        Assert.Equal(TimeSpan.FromSeconds(1), histogram.Percentile(99.91m));
    }

    [Fact]
    public void Record_OutOfRange_CountsAtTheEdge()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromTicks(-1));
        histogram.Record(TimeSpan.FromDays(1));

        Assert.Equal(TimeSpan.Zero, histogram.Min);
        Assert.Equal(LatencyHistogram.Longest, histogram.Max);
        Assert.Equal(LatencyHistogram.Longest, histogram.Percentile(100m));
    }

    [Fact]
    public void Record_FromManyThreads_LosesNothing()
    {
        var histogram = new LatencyHistogram();

        Parallel.For(0, 8, _ =>
        {
            for (var ticks = 1; ticks <= 50_000; ticks++)
            {
                histogram.Record(TimeSpan.FromTicks(ticks));
            }
        });

        Assert.Equal(400_000, histogram.Count);
        Assert.Equal(25_000, histogram.Mean.Ticks);
        Assert.Equal(1, histogram.Min.Ticks);
        Assert.Equal(50_000, histogram.Max.Ticks);
        Assert.InRange(histogram.Percentile(50m).Ticks, 25_000, 25_000 + (25_000 / 256));
    }

    [Theory]
    [InlineData(50, 99L)]
    [InlineData(98, 100L)]
    [InlineData(99, null)]
    [InlineData(100, null)]
    public void Percentile_SoManyLater_IsOfAll(int percent, long? expected)
    {
        var histogram = new LatencyHistogram();
        for (var ticks = 1; ticks <= 100; ticks++)
        {
            histogram.Record(TimeSpan.FromTicks(ticks));
        }

        Assert.Equal(expected, histogram.Percentile(percent, later: percent == 50 ? 98 : 2)?.Ticks);
    }

    [Fact]
    public void Record_Always_AllocatesNothing()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromTicks(1));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var ticks = 0; ticks < 10_000; ticks++)
        {
            histogram.Record(TimeSpan.FromTicks(ticks));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
