namespace LoApi.Silo.Operations;

/// <summary>Durations, counted in buckets that are a fifth apart: a percentile is told that exactly, whatever was measured.</summary>
public sealed class Latencies
{
    /// <summary>Buckets, the first up to 0.1 ms, the last of all that is longer than the one before.</summary>
    public const int Buckets = 76;

    private const double First = 0.0001;
    private const double Growth = 1.2;

    private readonly long[] _counts = new long[Buckets];

    /// <summary>The upper end of a bucket, in seconds.</summary>
    public static double End(int bucket) => First * Math.Pow(Growth, bucket);

    /// <summary>The value below which a share of what was counted lies, in seconds; 0 where nothing was.</summary>
    public static double Quantile(ReadOnlySpan<long> counts, double share)
    {
        long total = 0;
        foreach (var count in counts)
        {
            total += count;
        }

        var wanted = share * total;
        long seen = 0;
        for (var bucket = 0; bucket < counts.Length && total > 0; bucket++)
        {
            seen += counts[bucket];
            if (seen >= wanted)
            {
                return End(bucket);
            }
        }

        return 0;
    }

    /// <summary>Counts one.</summary>
    public void Record(double seconds) => Interlocked.Increment(ref _counts[BucketOf(seconds)]);

    /// <summary>What was counted so far.</summary>
    public long[] Snapshot()
    {
        var counts = new long[Buckets];
        for (var i = 0; i < Buckets; i++)
        {
            counts[i] = Interlocked.Read(ref _counts[i]);
        }

        return counts;
    }

    private static int BucketOf(double seconds) =>
        seconds <= First ? 0 : Math.Min(Buckets - 1, (int)Math.Ceiling(Math.Log(seconds / First) / Math.Log(Growth)));
}
