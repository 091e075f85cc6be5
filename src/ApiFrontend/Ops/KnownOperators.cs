using LoApi.Errors;
using LoApi.Operators;

namespace LoApi.ApiFrontend.Ops;

/// <summary>
/// All operators' keys, as this front end last heard of them: of their secrets, hashes. While the database or the cluster
/// does not answer, what was known goes on for a while, for sign-ins too: then of all times the page must be there, and
/// nobody could revoke a key either.
/// </summary>
internal sealed class KnownOperators(IGrainFactory grains, TimeProvider time, ILogger<KnownOperators> logger)
{
    /// <summary>How long a key that was revoked may be thought good.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(15);

    /// <summary>How long a key is believed in while nobody can be asked.</summary>
    public static readonly TimeSpan LastKnownFor = TimeSpan.FromHours(1);

    private const int Capacity = OperatorKey.MaxListed;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, KnownKey> _known = new(StringComparer.Ordinal);
    private long? _failedAt;

    /// <summary>Takes over all keys that are good.</summary>
    /// <returns>Whether somebody could be asked.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellation)
    {
        var asked = time.GetTimestamp();
        try
        {
            var keys = await grains.GetGrain<IOperatorGrain>(0).ListAsync().WaitAsync(Patience, time, cancellation);
            lock (_lock)
            {
                _failedAt = null;
                foreach (var (keyId, _) in _known.Where(known => known.Value.AskedAt <= asked).ToArray())
                {
                    _known.Remove(keyId);
                }

                foreach (var key in keys.Take(Capacity - _known.Count))
                {
                    _known.TryAdd(key.KeyId, new(key, asked)); // One that was asked for since is known better.
                }
            }

            return true;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Rest(exception);
            return false;
        }
    }

    /// <summary>The key as it is now, or was when somebody could last be asked. Throws what asking failed with where nobody knows.</summary>
    public async Task<OperatorKey?> FindAsync(string keyId)
    {
        var (known, isResting) = LastKnown(keyId);
        if (known is not null && isResting)
        {
            return known.Key;
        }

        try
        {
            return await AskAsync(keyId);
        }
        catch (Exception exception) when (known is not null)
        {
            Rest(exception);
            return known.Key;
        }
    }

    /// <summary>Whether it is, by what is known, the secret of a key that is good. Asks nobody.</summary>
    public bool Opens(OperatorSecret secret) =>
        LastKnown(secret.KeyId).Known is { Key: var key } && secret.Opens(key) && key.HoldsAt(time.GetUtcNow());

    /// <summary>Whether the key of a session is good. Throws <see cref="DatabaseUnavailableException"/> and the like where nobody knows.</summary>
    public async Task<bool> HoldsAsync(string keyId)
    {
        var (known, _) = LastKnown(keyId);
        var key = known is not null && time.GetElapsedTime(known.AskedAt) < KeptFor ? known.Key : await FindAsync(keyId);
        return key is not null && key.HoldsAt(time.GetUtcNow());
    }

    private async Task<OperatorKey?> AskAsync(string keyId)
    {
        var asked = time.GetTimestamp();
        var key = await grains.GetGrain<IOperatorGrain>(0).FindAsync(keyId).WaitAsync(Patience, time);
        lock (_lock)
        {
            _failedAt = null;
            if (key is null)
            {
                _known.Remove(keyId);
            }
            else
            {
                if (_known.Count >= Capacity && !_known.ContainsKey(keyId))
                {
                    _known.Remove(_known.MinBy(known => known.Value.AskedAt).Key);
                }

                _known[keyId] = new(key, asked);
            }
        }

        return key;
    }

    /// <summary>What is known of a key, unless that is too long ago, and whether asking has just failed.</summary>
    private (KnownKey? Known, bool IsResting) LastKnown(string keyId)
    {
        lock (_lock)
        {
            return (
                _known.TryGetValue(keyId, out var found) && time.GetElapsedTime(found.AskedAt) < LastKnownFor ? found : null,
                _failedAt is { } failedAt && time.GetElapsedTime(failedAt) < Patience);
        }
    }

    private void Rest(Exception exception)
    {
        bool isFirst;
        lock (_lock)
        {
            isFirst = _failedAt is null;
            _failedAt = time.GetTimestamp(); // The page itself shows that nobody answers.
        }

        if (isFirst)
        {
            Log.LastKnownOperators(logger, exception);
        }
    }

    private sealed record KnownKey(OperatorKey Key, long AskedAt);
}
