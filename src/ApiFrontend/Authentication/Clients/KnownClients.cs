using System.Collections.Concurrent;
using LoApi.Caching;
using LoApi.Clients;
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
    ILogger<KnownClients> logger)
{
    private readonly ConcurrentDictionary<string, ClientEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>The client as it was at most <see cref="ClientStaleness.FrontEnd"/> ago; null where there is none with this id.</summary>
    public ValueTask<KnownClient?> FindAsync(string clientId, bool forWrite) =>
        _entries.TryGetValue(clientId, out var entry) ? entry.GetAsync(forWrite) : MeetAsync(clientId);

    /// <summary>The client as it is now, <see cref="ClientStaleness.ReadsPerSecond"/> times at most; null where there is none with this id.</summary>
    public ValueTask<KnownClient?> FindFreshAsync(string clientId, bool forWrite) =>
        _entries.TryGetValue(clientId, out var entry) ? entry.GetFreshAsync(forWrite) : MeetAsync(clientId);

    private async ValueTask<KnownClient?> MeetAsync(string clientId)
    {
        if (!await grains.GetGrain<IClientDirectoryGrain>(0).KnowsAsync(clientId))
        {
            return null;
        }

        // What is known of a client may have been asked for so much earlier than the data that it reads.
        var maxStale = cache.Value.MaxStale + ClientStaleness.FrontEnd;
        var entry = _entries.GetOrAdd(clientId, id => new ClientEntry(id, grains, cipher, clock, maxStale, logger));
        var client = await entry.GetAsync(forWrite: false);
        if (client is null)
        {
            _entries.TryRemove(clientId, out _);
        }

        return client;
    }
}
