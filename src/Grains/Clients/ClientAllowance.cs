using LoApi.Limits;

namespace LoApi.Grains.Clients;

/// <summary>
/// What one client may still ask for: a GCRA bucket and an optional daily quota. Belongs to one activation. Pure but for
/// the clock: the grain writes what <see cref="Plan"/> and <see cref="Close"/> say.
/// </summary>
internal sealed class ClientAllowance
{
    /// <summary>A chunk of the daily quota is this part of it: what a crash can lose.</summary>
    private const int ChunksPerDay = 100;
    private const int LargestChunk = 1_000;

    private readonly TimeProvider _clock;
    private RateLimit _limit;
    private Int128 _arrival;
    private long _usedToday;

    /// <param name="clock">Timestamps for the bucket, UTC for the day.</param>
    /// <param name="limit">The client's limit.</param>
    /// <param name="usage">
    /// What was kept; null for a client that never asked, which has its whole burst. Where the use is lost, the bucket
    /// starts with an empty burst, and all that was reserved of the day counts as used.
    /// </param>
    public ClientAllowance(TimeProvider clock, RateLimit limit, ClientUsage? usage)
    {
        _clock = clock;
        _limit = limit;
        var now = clock.GetTimestamp();
        _arrival = usage switch
        {
            null => 0,
            { InUse: true } => Rule.Spent(now),
            _ => Rule.FullIn(usage.FullAt - clock.GetUtcNow(), now),
        };
        Usage = usage ?? new();
        _usedToday = Usage.Reserved;
    }

    /// <summary>What is kept.</summary>
    public ClientUsage Usage { get; private set; }

    private Gcra Rule => new(_limit, _clock.TimestampFrequency);

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    /// <summary>Takes over a limit that was changed: what was used stays used.</summary>
    public void Change(RateLimit limit)
    {
        if (limit != _limit)
        {
            _arrival = Rule.Carry(_arrival, _clock.GetTimestamp(), limit);
            _limit = limit;
        }
    }

    /// <summary>
    /// What must have been kept before so many tokens are leased. Where it differs from <see cref="Usage"/> it is to be
    /// written first, and then given to <see cref="Kept"/>: a crash may lose what is left of a chunk, and never gives more.
    /// </summary>
    public ClientUsage Plan(int wanted, long? quota)
    {
        var plan = Usage with { InUse = true };
        if (quota is null)
        {
            return plan;
        }

        var today = Today;
        var used = _usedToday;
        if (plan.Day < today)
        {
            plan = plan with { Day = today, Reserved = 0 };
            used = 0;
        }

        var needed = Math.Min(quota.Value, used + Math.Min(wanted, LeaseTerms.MostTokens(_limit)));
        if (needed <= plan.Reserved)
        {
            return plan;
        }

        var chunk = Math.Clamp(quota.Value / ChunksPerDay, 1, LargestChunk);
        return plan with { Reserved = Math.Min(quota.Value, Math.Max(needed, plan.Reserved + chunk)) };
    }

    /// <summary>What was planned is kept.</summary>
    public void Kept(ClientUsage plan)
    {
        if (plan.Day > Usage.Day)
        {
            _usedToday = 0;
        }

        Usage = plan;
    }

    /// <summary>Leases up to so many tokens; they are debited now, used or not.</summary>
    public TokenLease Lease(int wanted, long? quota)
    {
        var now = _clock.GetTimestamp();
        wanted = Math.Clamp(wanted, 1, LeaseTerms.MostTokens(_limit));

        var ofToday = quota is { } most ? Math.Max(0, Math.Min(most, Usage.Reserved) - _usedToday) : wanted;
        var granted = ofToday == 0 ? 0 : Rule.Take(ref _arrival, now, (int)Math.Min(wanted, ofToday));
        _usedToday += quota is null ? 0 : granted;

        var untilMidnight = UntilMidnight();
        return new(
            granted,
            Rule.Available(_arrival, now),
            granted > 0 ? TimeSpan.Zero : ofToday == 0 ? untilMidnight : Rule.Until(_arrival, now, wanted),
            _limit,
            quota is null ? null : new(quota.Value, Math.Max(0, quota.Value - _usedToday), untilMidnight));
    }

    /// <summary>What is kept when the activation ends in order: nothing is lost.</summary>
    public ClientUsage Close() => Usage with
    {
        InUse = false,
        FullAt = _clock.GetUtcNow() + Rule.UntilFull(_arrival, _clock.GetTimestamp()),
        Reserved = _usedToday,
    };

    private TimeSpan UntilMidnight()
    {
        var now = _clock.GetUtcNow();
        return now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;
    }
}
