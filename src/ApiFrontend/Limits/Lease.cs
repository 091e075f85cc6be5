using LoApi.Limits;

namespace LoApi.ApiFrontend.Limits;

/// <summary>Tokens that a front end holds, or why it holds none. Spending one takes one atomic instruction and allocates nothing.</summary>
/// <param name="terms">What the client's grain said; null where it did not answer.</param>
/// <param name="askedAt">When it was asked: from then on the tokens age.</param>
/// <param name="clock">The clock of that timestamp.</param>
/// <param name="silence">How long to ask no more; what a caller is told is what the grain said, which may be longer.</param>
internal sealed class Lease(TokenLease? terms, long askedAt, TimeProvider clock, TimeSpan silence)
{
    private int _left = terms?.Granted ?? 0;

    public long AskedAt => askedAt;

    public int Granted => terms?.Granted ?? 0;

    /// <summary>Spends a token; false where none is left or they are too old.</summary>
    public bool TrySpend(long now) =>
        clock.GetElapsedTime(askedAt, now) < LeaseTerms.Lifetime
        && Volatile.Read(ref _left) > 0
        && Interlocked.Decrement(ref _left) >= 0;

    /// <summary>
    /// Whether asking again would be of no use yet. A lease that gave tokens is never silent, not even for one who read the
    /// clock before it was asked for.
    /// </summary>
    public bool IsSilent(long now) => silence > TimeSpan.Zero && clock.GetElapsedTime(askedAt, now) < silence;

    public Admission Admit(long now) => new(Verdict.Admitted, terms!.Limit, Remaining(now), TimeSpan.Zero, Daily(now));

    public Admission Refuse(long now)
    {
        var rest = (terms?.RetryAfter ?? silence) - clock.GetElapsedTime(askedAt, now);
        return terms is null
            ? new(Verdict.Unknown, RateLimit.Default, 0, rest)
            : new(Verdict.Refused, terms.Limit, Remaining(now), rest, Daily(now));
    }

    /// <summary>How the client stands; null where the grain did not answer.</summary>
    public (TokenLease Terms, int Remaining)? StandingAt(long now) => terms is null ? null : (terms, Remaining(now));

    /// <summary>What the grain had left, what it has won back since, and what is left here.</summary>
    private int Remaining(long now)
    {
        var wonBack = clock.GetElapsedTime(askedAt, now).TotalSeconds * terms!.Limit.Rate;
        return (int)Math.Min(terms.Limit.Burst, terms.Remaining + wonBack + Math.Max(0, Volatile.Read(ref _left)));
    }

    private DailyQuota? Daily(long now) => terms!.Daily is not { } daily ? null : daily with
    {
        Remaining = daily.Remaining + Math.Max(0, Volatile.Read(ref _left)),
        ResetsIn = daily.ResetsIn - clock.GetElapsedTime(askedAt, now),
    };
}
