using System.Diagnostics.CodeAnalysis;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Limits;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// What a front end knows of one client. Once it is half as old as it may be it is renewed beside the requests, so that
/// these seldom wait; those that must wait for the same answer. While the database does not answer, reads go on with what
/// is known for a while: cached answers outlive an outage, in which nobody could revoke a key either. Writes, and what
/// fails for any other cause, go on for <see cref="ClientStaleness.Unanswered"/> only.
/// </summary>
internal sealed class ClientEntry(
    string clientId, IGrainFactory grains, ClientKeyCipher cipher, TimeProvider clock, TimeSpan maxStale, ILogger logger)
{
    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly SecondBudget _budget = new(clock, ClientStaleness.ReadsPerSecond);
    private volatile Held? _held;
    private Task<KnownClient?>? _refreshing;
    private Failure? _failure;

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

        if (!TryRefresh(out var refresh) || (held is not null && IsYounger(held.AskedAt, ClientStaleness.FrontEnd)))
        {
            return ValueTask.FromResult(Usable(forWrite));
        }

        return new(forWrite ? RefreshedForWriteAsync(refresh) : refresh);
    }

    /// <summary>The client as it is now, as long as that may be asked; else as <see cref="GetAsync"/> has it.</summary>
    public ValueTask<KnownClient?> GetFreshAsync(bool forWrite) =>
        _budget.TrySpend() && TryRefresh(out var refresh) ? new(forWrite ? RefreshedForWriteAsync(refresh) : refresh) : GetAsync(forWrite);

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

    /// <summary>The renewal that is under way or begins now; false where one has just failed and what is held may be used.</summary>
    private bool TryRefresh([NotNullWhen(true)] out Task<KnownClient?>? refresh)
    {
        lock (_lock)
        {
            if (_held is { } held && _failure is { } failure && IsYounger(held.AskedAt, failure.GoesOnFor) && IsYounger(failure.At, RetryAfterFailure))
            {
                refresh = null;
                return false;
            }

            refresh = _refreshing is { IsCompleted: false } ? _refreshing : _refreshing = RefreshAsync(_held);
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
        catch (Exception exception) when (held is not null && IsYounger(held.AskedAt, GoesOnFor(exception)))
        {
            Log.NotRefreshed(logger, exception, clientId);
            Keep(held, new(clock.GetTimestamp(), GoesOnFor(exception)));
            return held.Client;
        }
    }

    private TimeSpan GoesOnFor(Exception exception) => exception is DatabaseUnavailableException ? maxStale : ClientStaleness.Unanswered;

    private void Keep(Held held, Failure? failure)
    {
        lock (_lock)
        {
            _held = held;
            _failure = failure;
        }
    }

    private bool IsYounger(long timestamp, TimeSpan age) => clock.GetElapsedTime(timestamp) < age;

    private sealed record Held(KnownClient? Client, long AskedAt);

    private sealed record Failure(long At, TimeSpan GoesOnFor);
}
