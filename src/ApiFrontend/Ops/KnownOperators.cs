using LoApi.Errors;
using LoApi.Operators;

namespace LoApi.ApiFrontend.Ops;

/// <summary>
/// The operators' keys that this front end has lately met. While the database or the cluster does not answer, what was known
/// goes on for a while: then of all times the page must be there, and nobody could revoke a key either.
/// </summary>
internal sealed class KnownOperators(IGrainFactory grains, TimeProvider time)
{
    /// <summary>How long a key that was revoked may be thought good.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(15);

    /// <summary>How long a key is believed in while nobody can be asked.</summary>
    public static readonly TimeSpan LastKnownFor = TimeSpan.FromHours(1);

    private const int Capacity = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (OperatorKey Key, long AskedAt)> _known = new(StringComparer.Ordinal);
    private long? _failedAt;

    /// <summary>The key as it is now. Throws what asking failed with.</summary>
    public async Task<OperatorKey?> AskAsync(string keyId)
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

                _known[keyId] = (key, asked);
            }
        }

        return key;
    }

    /// <summary>Whether the key of a session is good. Throws <see cref="DatabaseUnavailableException"/> where nobody knows.</summary>
    public async Task<bool> HoldsAsync(string keyId)
    {
        (OperatorKey Key, long AskedAt)? known;
        bool resting;
        lock (_lock)
        {
            known = _known.TryGetValue(keyId, out var found) ? found : null;
            resting = _failedAt is { } failedAt && time.GetElapsedTime(failedAt) < Patience;
        }

        if (known is { } fresh && (resting || time.GetElapsedTime(fresh.AskedAt) < KeptFor))
        {
            return fresh.Key.HoldsAt(time.GetUtcNow()) && time.GetElapsedTime(fresh.AskedAt) < LastKnownFor;
        }

        try
        {
            return await AskAsync(keyId) is { } key && key.HoldsAt(time.GetUtcNow());
        }
        catch (Exception) when (known is { } last && time.GetElapsedTime(last.AskedAt) < LastKnownFor)
        {
            lock (_lock)
            {
                _failedAt = time.GetTimestamp(); // The page itself shows that nobody answers.
            }

            return last.Key.HoldsAt(time.GetUtcNow());
        }
    }
}
