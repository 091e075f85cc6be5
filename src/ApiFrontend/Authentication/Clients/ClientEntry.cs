using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using LoApi.ApiFrontend.Limits;
using LoApi.Caching;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Limits;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// What a front end knows of one client. Once it is half as old as it may be it is renewed beside the requests, so that
/// these seldom wait; those that must wait for the same answer, and for a second at most where they may go on without.
/// While the database does not answer, reads go on with what is known for a while: cached answers outlive an outage, in
/// which nobody could revoke a key either. Writes, and what fails for any other cause, go on for
/// <see cref="ClientStaleness.Unanswered"/> only.
/// </summary>
internal sealed class ClientEntry(
    string clientId, IGrainFactory grains, ClientKeyCipher cipher, TimeProvider clock, TimeSpan maxStale, RateLimit attempts, ILogger logger)
{
    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly SecondBudget _budget = new(clock, ClientStaleness.ReadsPerSecond);
    private volatile Held? _held;
    private volatile Failure? _failure;
    private Task<KnownClient?>? _refreshing;
    private long _refreshingSince;

    /// <summary>What may be tried in the client's name by whoever has not proved to be it, beyond what its address may.</summary>
    public TokenBucket Attempts { get; } = new(attempts, clock);

    /// <summary>Whether it is known here to have a key of this id.</summary>
    public bool Holds(string keyId) => _held?.Client?.FindKey(keyId) is not null;

    /// <summary>
    /// The client as it was at most <see cref="ClientStaleness.FrontEnd"/> ago; null where there is none. Throws what the
    /// grain threw, or <see cref="DatabaseUnavailableException"/>, where nothing is known that may still be used.
    /// </summary>
    public ValueTask<KnownClient?> GetAsync(bool forWrite)
    {
        var held = _held;
        if (held is not null && IsYounger(held.AskedAt, ClientStaleness.FrontEnd / 2))
        {
            return ValueTask.FromResult(held.Client);
        }

        if (!TryRefresh(out var refresh, out _) || (held is not null && IsYounger(held.AskedAt, ClientStaleness.FrontEnd)))
        {
            return ValueTask.FromResult(Usable(forWrite));
        }

        return MayGoOnBeside(held, out var patience) ? PatientlyAsync(refresh, patience, forWrite)
            : new(forWrite ? RefreshedForWriteAsync(refresh) : refresh);
    }

    /// <summary>
    /// The client as it is now, as long as that may be asked; else as <see cref="GetAsync"/> has it. Throws
    /// <see cref="DatabaseUnavailableException"/> where the database does not answer: nobody knows then what there is beside
    /// what is held, and a stranger is not told what that is.
    /// </summary>
    public async ValueTask<KnownClient?> GetFreshAsync(bool forWrite)
    {
        if (_budget.TrySpend() && TryRefresh(out var refresh, out var isOlder))
        {
            await refresh;

            // One that was under way may have read before what is asked for was there; the next one has not.
            if (isOlder && TryRefresh(out refresh, out _))
            {
                await refresh;
            }
        }

        var client = await GetAsync(forWrite);
        return _failure is { Exception: DatabaseUnavailableException } ? throw new DatabaseUnavailableException() : client;
    }

    /// <summary>
    /// Whether what is held may be used while a renewal does not end: a short while after it grew too old, and a short while
    /// after a renewal that failed, as far as that failure lets it. A failure of long ago says nothing of a database that is
    /// slow now.
    /// </summary>
    private bool MayGoOnBeside([NotNullWhen(true)] Held? held, out TimeSpan patience)
    {
        lock (_lock)
        {
            patience = Patience - clock.GetElapsedTime(_refreshingSince);
            var hasJustFailed = _failure is { } failure && IsYounger(failure.At, ClientStaleness.Unanswered) && MayGoOn(held, failure.Exception);
            return held is not null && (hasJustFailed || IsYounger(held.AskedAt, ClientStaleness.Unanswered));
        }
    }

    private async ValueTask<KnownClient?> PatientlyAsync(Task<KnownClient?> refresh, TimeSpan patience, bool forWrite)
    {
        if (await refresh.EndsWithinAsync(patience, clock))
        {
            await refresh; // Throws what it failed with.
        }

        return Usable(forWrite); // The renewal may go on.
    }

    private async Task<KnownClient?> RefreshedForWriteAsync(Task<KnownClient?> refresh)
    {
        await refresh;
        return Usable(forWrite: true);
    }

    private KnownClient? Usable(bool forWrite)
    {
        var held = _held;
        return held is null || !forWrite || IsYounger(held.AskedAt, ClientStaleness.Unanswered)
            ? held?.Client
            : throw new DatabaseUnavailableException();
    }

    /// <summary>
    /// The renewal that is under way or begins now; false where one has just failed and what is held may be used. Throws
    /// what that failed with where nothing is held that may be.
    /// </summary>
    private bool TryRefresh([NotNullWhen(true)] out Task<KnownClient?>? refresh, out bool isOlder)
    {
        lock (_lock)
        {
            isOlder = _refreshing is { IsCompleted: false };
            if (!isOlder && _failure is { } failure && IsYounger(failure.At, RetryAfterFailure))
            {
                if (!MayGoOn(_held, failure.Exception))
                {
                    ExceptionDispatchInfo.Throw(failure.Exception);
                }

                refresh = null;
                return false;
            }

            if (!isOlder)
            {
                _refreshingSince = clock.GetTimestamp();
                _refreshing = RefreshAsync(_held);
            }

            refresh = _refreshing!;
            return true;
        }
    }

    private async Task<KnownClient?> RefreshAsync(Held? held)
    {
        await Task.Yield(); // Nothing of the grain's runs under the lock.
        var asked = clock.GetTimestamp();
        try
        {
            var client = await grains.GetGrain<IClientGrain>(clientId).GetAsync();
            var known = client is null ? null
                : KnownClient.Of(client, held?.Client, cipher, (keyId, exception) => Log.Undecryptable(logger, exception, keyId));
            Keep(new(known, asked), failure: null);
            return known;
        }
        catch (Exception thrown)
        {
            // A grain that cannot read its state does not come to life, and the runtime wraps why.
            var exception = thrown is OrleansException { InnerException: DatabaseUnavailableException away } ? away : thrown;
            Keep(held, new(clock.GetTimestamp(), exception));
            if (!MayGoOn(held, exception))
            {
                ExceptionDispatchInfo.Throw(exception);
            }

            Log.NotRefreshed(logger, exception, clientId);
            return held.Client;
        }
    }

    private bool MayGoOn([NotNullWhen(true)] Held? held, Exception exception) =>
        held is not null && IsYounger(held.AskedAt, exception is DatabaseUnavailableException ? maxStale : ClientStaleness.Unanswered);

    private void Keep(Held? held, Failure? failure)
    {
        lock (_lock)
        {
            _held = held;
            _failure = failure;
        }
    }

    private bool IsYounger(long timestamp, TimeSpan age) => clock.GetElapsedTime(timestamp) < age;

    private sealed record Held(KnownClient? Client, long AskedAt);

    private sealed record Failure(long At, Exception Exception);
}
