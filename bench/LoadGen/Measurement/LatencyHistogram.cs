using System.Numerics;

namespace LoApi.LoadGen.Measurement;

/// <summary>
/// Counts durations in log-linear buckets, after Gil Tene's HdrHistogram: 256 equal steps per power of two, so that a
/// reported percentile is at most 1/256 (0.4 %) above the true one, from 100 ns to 3.8 hours, in 61 KB.
/// Minimum, maximum and mean are exact. Recording allocates nothing and may be done from any thread.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int StepBits = 8;
    private const int StepsPerOctave = 1 << StepBits;
    private const int HighestBit = 36;

    private readonly long[] _counts = new long[(HighestBit - StepBits + 2) * StepsPerOctave];
    private long _count;
    private long _sum;
    private long _min = long.MaxValue;
    private long _max;

    /// <summary>The longest duration that is told apart from longer ones.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromTicks((1L << (HighestBit + 1)) - 1);

    public long Count => Interlocked.Read(ref _count);

    public TimeSpan Min => Count == 0 ? TimeSpan.Zero : TimeSpan.FromTicks(Interlocked.Read(ref _min));

    public TimeSpan Max => TimeSpan.FromTicks(Interlocked.Read(ref _max));

    public TimeSpan Mean => Count == 0 ? TimeSpan.Zero : TimeSpan.FromTicks(Interlocked.Read(ref _sum) / Count);

    /// <summary>A negative duration counts as zero, one beyond <see cref="Longest"/> as that.</summary>
    public void Record(TimeSpan duration)
    {
        var ticks = Math.Clamp(duration.Ticks, 0, Longest.Ticks);
        Interlocked.Increment(ref _counts[BucketOf(ticks)]);
        Interlocked.Add(ref _sum, ticks);
        RaiseTo(ref _max, ticks);
        LowerTo(ref _min, ticks);
        Interlocked.Increment(ref _count);
    }

    /// <summary>The smallest recorded duration that at least this share of all recorded ones does not exceed.</summary>
    /// <param name="percent">0 to 100; a decimal, because 99.9 has no exact binary form and a rank must not be off by one.</param>
    /// <returns>The upper edge of the bucket, never above <see cref="Max"/>; zero when nothing was recorded.</returns>
    public TimeSpan Percentile(decimal percent) => Percentile(percent, later: 0)!.Value;

    /// <summary>The same, where so many more took longer than all that were recorded; null where it is the duration of one of those.</summary>
    public TimeSpan? Percentile(decimal percent, long later)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100m);
        var rank = Math.Max(1, (long)decimal.Ceiling(percent * (Count + later) / 100m));
        if (later > 0 && rank > Count)
        {
            return null;
        }

        long seen = 0;
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            seen += Interlocked.Read(ref _counts[bucket]);
            if (seen >= rank)
            {
                return TimeSpan.FromTicks(Math.Min(UpperEdgeOf(bucket), Max.Ticks));
            }
        }

        return Max;
    }

    private static int BucketOf(long ticks)
    {
        if (ticks < StepsPerOctave)
        {
            return (int)ticks;
        }

        var shift = BitOperations.Log2((ulong)ticks) - StepBits;
        return ((shift + 1) * StepsPerOctave) + (int)((ticks >> shift) - StepsPerOctave);
    }

    private static long UpperEdgeOf(int bucket)
    {
        var (octave, step) = Math.DivRem(bucket, StepsPerOctave);
        return octave == 0 ? step : ((StepsPerOctave + step + 1L) << (octave - 1)) - 1;
    }

    private static void RaiseTo(ref long target, long value)
    {
        var seen = Interlocked.Read(ref target);
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    private static void LowerTo(ref long target, long value)
    {
        var seen = Interlocked.Read(ref target);
        while (value < seen)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
