using LoApi.Limits;

namespace LoApi.ApiFrontend.Limits;

/// <summary>
/// One client's tokens in this front end: leased in batches, spent locally. The batch follows the demand, from one token
/// for a client that asks now and then up to <see cref="LeaseTerms.MostTokens"/>; a client that is beyond its limit is
/// refused without asking, until its grain can have tokens again, but for a second at most: its limit may be raised.
/// </summary>
internal sealed class LeasedTokens(
    string clientId, ITokenSource source, TimeProvider clock, TimeSpan patience, LimitMeasures measures, ILogger logger)
{
    /// <summary>How long no lease is tried after one that failed, and at most after one that was refused.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    // A lease that lasted less is too small, one that lasted four times as long too large.
    private static readonly TimeSpan Lasting = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private volatile Lease? _lease;
    private Task? _asking;
    private int _batch = 1;
    private int _waiting;

    /// <summary>How the client stands, by the last lease; null while its grain does not answer.</summary>
    public (TokenLease Terms, int Remaining)? Standing => _lease?.StandingAt(clock.GetTimestamp());

    /// <summary>Spends a token, leasing where none is left. Waits no longer than the patience says.</summary>
    public ValueTask<Admission> SpendAsync()
    {
        var now = clock.GetTimestamp();
        return Decide(now) is { } admission ? new(admission) : WaitAsync(now);
    }

    private Admission? Decide(long now)
    {
        if (_lease is not { } lease)
        {
            return null;
        }

        if (lease.TrySpend(now))
        {
            return lease.Admit(now);
        }

        return lease.IsSilent(now) ? lease.Refuse(now) : null;
    }

    private async ValueTask<Admission> WaitAsync(long started)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            return await LeaseAndSpendAsync(started);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async ValueTask<Admission> LeaseAndSpendAsync(long started)
    {
        while (true)
        {
            Task asking;
            lock (_lock)
            {
                if (Decide(clock.GetTimestamp()) is { } admission)
                {
                    return admission;
                }

                asking = _asking is { IsCompleted: false } ? _asking : _asking = AskAsync();
            }

            var rest = patience - clock.GetElapsedTime(started);
            if (rest <= TimeSpan.Zero)
            {
                return new(Verdict.Unknown, RateLimit.Default, 0, Rest);
            }

            try
            {
                await asking.WaitAsync(rest, clock);
            }
            catch (TimeoutException)
            {
                return new(Verdict.Unknown, RateLimit.Default, 0, Rest);
            }
        }
    }

    // At most one at a time; never throws; lasts no longer than the patience, and what comes later is lost.
    private async Task AskAsync()
    {
        using var timeout = new CancellationTokenSource(patience, clock);
        await Task.Yield(); // Off the lock.
        var asked = clock.GetTimestamp();
        try
        {
            var terms = await source.LeaseAsync(NextBatch(asked)).WaitAsync(timeout.Token);
            measures.Leased(terms.Granted, clock.GetElapsedTime(asked));
            _lease = new(terms, asked, clock, terms.RetryAfter < Rest ? terms.RetryAfter : Rest);
        }
        catch (Exception exception)
        {
            measures.LeaseFailed();
            Log.LeaseFailed(logger, exception, clientId); // Whatever it was: the setting says what becomes of the requests.
            _lease = new(terms: null, clock.GetTimestamp(), clock, Rest); // From now on: it may have taken longer than the rest.
        }
    }

    private int NextBatch(long now)
    {
        if (_lease is { Granted: > 0 } last)
        {
            var lasted = clock.GetElapsedTime(last.AskedAt, now);
            _batch = lasted < Lasting ? Math.Min(last.Granted * 2, RateLimit.Most)
                : lasted > Lasting * 4 ? Math.Max(last.Granted / 2, 1)
                : last.Granted;
        }

        return Math.Max(_batch, Volatile.Read(ref _waiting)); // A crowd need not wait for the batch to grow.
    }
}
