using System.Runtime.InteropServices;

namespace LoApi.Limits;

/// <summary>
/// The generic cell rate algorithm (ITU-T I.371, annex A), as a limiter of requests: the whole state of a bucket is one
/// number, the arrival time that its next request has in theory. Pure; the caller keeps the number and reads the clock.
/// </summary>
/// <remarks>
/// Times are counted in units of 1/<see cref="RateLimit.Rate"/> of a tick, so that a token costs exactly the clock's
/// frequency and nothing is ever rounded. An arrival of 0 is a full bucket, as long as timestamps are not negative.
/// </remarks>
/// <param name="limit">Rate and burst.</param>
/// <param name="frequency">Ticks a second of the clock: <see cref="TimeProvider.TimestampFrequency"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly struct Gcra(RateLimit limit, long frequency)
{
    private Int128 Tolerance => (Int128)limit.Burst * frequency;

    /// <summary>The arrival of a bucket whose burst is spent.</summary>
    public Int128 Spent(long now) => Start(now) + Tolerance;

    /// <summary>Takes up to <paramref name="wanted"/> tokens; answers how many there were.</summary>
    public int Take(ref Int128 arrival, long now, int wanted)
    {
        var granted = Math.Min(wanted, Available(arrival, now));
        arrival = Int128.Max(arrival, Start(now)) + ((Int128)granted * frequency);
        return granted;
    }

    /// <summary>Gives back a token that was taken.</summary>
    public void GiveBack(ref Int128 arrival) => arrival = Int128.Max(arrival - frequency, 0);

    /// <summary>How many tokens there are, 0 to the burst.</summary>
    public int Available(Int128 arrival, long now)
    {
        var room = Tolerance - Debt(arrival, now);
        return room <= 0 ? 0 : (int)(room / frequency);
    }

    /// <summary>How long until there are so many tokens, at most the burst; zero where there are.</summary>
    public TimeSpan Until(Int128 arrival, long now, int tokens)
    {
        var missing = Debt(arrival, now) + ((Int128)Math.Min(tokens, limit.Burst) * frequency) - Tolerance;
        return missing <= 0 ? TimeSpan.Zero : Span(missing);
    }

    /// <summary>How long until the bucket is full.</summary>
    public TimeSpan UntilFull(Int128 arrival, long now) => Span(Debt(arrival, now));

    /// <summary>The arrival that leaves the bucket so far from full, but not further than empty.</summary>
    public Int128 FullIn(TimeSpan rest, long now) =>
        Start(now) + Int128.Clamp((Int128)rest.Ticks * frequency * limit.Rate / TimeSpan.TicksPerSecond, 0, Tolerance);

    /// <summary>The arrival by another limit that leaves as many tokens to be won back as this one does.</summary>
    public Int128 Carry(Int128 arrival, long now, RateLimit other) => ((Int128)now * other.Rate) + Debt(arrival, now);

    private Int128 Start(long now) => (Int128)now * limit.Rate;

    /// <summary>How far the bucket is from full; a token counts as the frequency.</summary>
    private Int128 Debt(Int128 arrival, long now) => Int128.Max(arrival - Start(now), 0);

    private TimeSpan Span(Int128 units)
    {
        var perTick = (Int128)frequency * limit.Rate;
        var ticks = ((units * TimeSpan.TicksPerSecond) + perTick - 1) / perTick; // Upwards: never too early.
        return TimeSpan.FromTicks((long)Int128.Min(ticks, TimeSpan.MaxValue.Ticks));
    }
}
