using System.Numerics;
using LoApi.Limits;

namespace LoApi.Grains.Tests.Limits;

/// <summary>A token bucket as everybody would write it first, in exact fractions: what GCRA is held against.</summary>
internal sealed class TokenBucketModel(RateLimit limit, long frequency, long now)
{
    private BigInteger _level = (BigInteger)limit.Burst * frequency; // In tokens × frequency.
    private long _now = now;

    public int Available(long now)
    {
        _level = BigInteger.Min((BigInteger)limit.Burst * frequency, _level + ((BigInteger)(now - _now) * limit.Rate));
        _now = now;
        return (int)(_level / frequency);
    }

    public int Take(long now, int wanted)
    {
        var granted = Math.Min(wanted, Available(now));
        _level -= (BigInteger)granted * frequency;
        return granted;
    }
}
