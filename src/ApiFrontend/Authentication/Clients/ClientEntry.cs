using System.Diagnostics.CodeAnalysis;
using LoApi.Clients;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// What a front end knows of one client. Once it is half as old as it may be it is renewed beside the requests, so that
/// these seldom wait; those that must wait for the same answer. Where the grain cannot answer, what is known goes on for a while: cached reads outlive an outage of the database, in which
/// nobody could revoke a key either.
/// </summary>
internal sealed class ClientEntry(
    string clientId, IGrainFactory grains, ClientKeyCipher cipher, TimeProvider clock, TimeSpan maxStale, ILogger logger)
{
    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly ReadBudget _budget = new(clock);
    private volatile Held? _held;
    private Task<KnownClient?>? _refreshing;
    private long? _failedAt;

    /// <summary>
    /// The client as it was at most <see cref="ClientStaleness.FrontEnd"/> ago; null where there is none. Throws what the
    /// grain threw where nothing is known that may still be used.
    /// </summary>
    public ValueTask<KnownClient?> GetAsync()
    {
        var held = _held;
        if (held is not null && IsYounger(held.AskedAt, ClientStaleness.FrontEnd / 2))
        {
            return ValueTask.FromResult(held.Client);
        }

        if (!TryRefresh(out var refresh) || (held is not null && IsYounger(held.AskedAt, ClientStaleness.FrontEnd)))
        {
            return ValueTask.FromResult(_held?.Client);
        }

        return new(refresh);
    }

    /// <summary>The client as it is now, as long as that may be asked; else as <see cref="GetAsync"/> has it.</summary>
    public ValueTask<KnownClient?> GetFreshAsync() =>
        _budget.TryTake() && TryRefresh(out var refresh) ? new(refresh) : GetAsync();

    /// <summary>The renewal that is under way or begins now; false where one has just failed and what is held may be used.</summary>
    private bool TryRefresh([NotNullWhen(true)] out Task<KnownClient?>? refresh)
    {
        lock (_lock)
        {
            if (_held is { } held && IsYounger(held.AskedAt, maxStale) && _failedAt is { } failedAt && IsYounger(failedAt, RetryAfterFailure))
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
            Keep(new(known, asked), failedAt: null);
            return known;
        }
        catch (Exception exception) when (held is not null && IsYounger(held.AskedAt, maxStale))
        {
            Log.NotRefreshed(logger, exception, clientId);
            Keep(held, failedAt: clock.GetTimestamp());
            return held.Client;
        }
    }

    private void Keep(Held held, long? failedAt)
    {
        lock (_lock)
        {
            _held = held;
            _failedAt = failedAt;
        }
    }

    private bool IsYounger(long timestamp, TimeSpan age) => clock.GetElapsedTime(timestamp) < age;

    private sealed record Held(KnownClient? Client, long AskedAt);
}
