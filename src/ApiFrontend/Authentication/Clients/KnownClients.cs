using System.Collections.Concurrent;
using LoApi.ApiFrontend.Limits;
using LoApi.Caching;
using LoApi.Clients;
using LoApi.Limits;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// The clients that this front end has met. Only clients that there are come here, so there are never more of them than
/// rows in the database; an id that somebody made up is held against the directory and leaves nothing.
/// </summary>
internal sealed class KnownClients(
    IGrainFactory grains,
    ClientKeyCipher cipher,
    TimeProvider clock,
    IOptions<CacheOptions> cache,
    IOptions<LimitOptions> limits,
    ILogger<KnownClients> logger)
{
    private readonly ConcurrentDictionary<string, ClientEntry> _entries = new(StringComparer.Ordinal);
    private readonly RefusedKeys _refused = new(clock);

    private RateLimit AttemptLimit => new(limits.Value.AddressRate, limits.Value.AddressBurst);

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>The client as it was at most <see cref="ClientStaleness.FrontEnd"/> ago; null where there is none with this id.</summary>
    public ValueTask<KnownClient?> FindAsync(string clientId, bool forWrite) =>
        _entries.TryGetValue(clientId, out var entry) ? entry.GetAsync(forWrite) : MeetAsync(clientId);

    /// <summary>
    /// The client as it is now, because it may have this key by now: <see cref="ClientStaleness.ReadsPerSecond"/> times a
    /// second at most, and once in one for the same key that it has not. Null where there is none with this id.
    /// </summary>
    /// <param name="held">The client as it is held, without that key.</param>
    /// <param name="keyId">The key.</param>
    /// <param name="forWrite">As <see cref="FindAsync"/> has it.</param>
    public async ValueTask<KnownClient?> FindFreshAsync(KnownClient held, string keyId, bool forWrite)
    {
        if (_refused.Hold(keyId))
        {
            return held;
        }

        var at = clock.GetTimestamp();
        var clientId = held.Client.Id;
        var fresh = await (_entries.TryGetValue(clientId, out var entry) ? entry.GetFreshAsync(forWrite) : MeetAsync(clientId));

        // Where it is the same, nobody has read it: what it lacks may be there.
        if (fresh is not null && !ReferenceEquals(fresh, held) && fresh.FindKey(keyId) is null)
        {
            _refused.Add(keyId, at);
        }

        return fresh;
    }

    /// <summary>Whether this front end has met the client.</summary>
    public bool Knows(string clientId) => _entries.ContainsKey(clientId);

    /// <summary>
    /// What may be tried in the name of a key, where it is one that this front end knows; null for any other. Key ids are
    /// not to be guessed, so hardly anybody but the client can spend it.
    /// </summary>
    public TokenBucket? AttemptsOf(string keyId) =>
        ClientKeyId.ClientOf(keyId) is { } clientId && _entries.TryGetValue(clientId, out var entry) && entry.Holds(keyId) ? entry.Attempts : null;

    private async ValueTask<KnownClient?> MeetAsync(string clientId)
    {
        if (!await grains.GetGrain<IClientDirectoryGrain>(0).KnowsAsync(clientId))
        {
            return null;
        }

        // What is known of a client may have been asked for so much earlier than the data that it reads.
        var maxStale = cache.Value.MaxStale + ClientStaleness.FrontEnd;
        var entry = _entries.GetOrAdd(clientId, id => new ClientEntry(id, grains, cipher, clock, maxStale, AttemptLimit, logger));
        var client = await entry.GetAsync(forWrite: false);
        if (client is null)
        {
            _entries.TryRemove(clientId, out _);
        }

        return client;
    }
}
