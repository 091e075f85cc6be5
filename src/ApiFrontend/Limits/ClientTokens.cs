using System.Collections.Concurrent;
using LoApi.Limits;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Limits;

/// <summary>The tokens that this front end holds, client by client: what one does is not felt by another.</summary>
internal sealed class ClientTokens
{
    // Only clients that proved who they are come here. Beyond this many, all of them begin anew: a few leased tokens are lost.
    private const int MaxClients = 10_000;

    private readonly TokenSources _sources;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _clock;
    private readonly LimitMeasures _measures;
    private readonly ILogger<ClientTokens> _logger;
    private ConcurrentDictionary<string, LeasedTokens> _clients = new(StringComparer.Ordinal);

    public ClientTokens(
        TokenSources sources, IOptions<LimitOptions> options, TimeProvider clock, LimitMeasures measures, ILogger<ClientTokens> logger)
    {
        _sources = sources;
        _patience = options.Value.LeaseTimeout;
        _clock = clock;
        _measures = measures;
        _logger = logger;
        measures.Observe(Standings);
    }

    public ValueTask<Admission> SpendAsync(string clientId)
    {
        var clients = _clients;
        return clients.TryGetValue(clientId, out var tokens) ? tokens.SpendAsync() : Add(clients, clientId).SpendAsync();
    }

    private LeasedTokens Add(ConcurrentDictionary<string, LeasedTokens> clients, string clientId)
    {
        if (clients.Count >= MaxClients)
        {
            _clients = clients = new(StringComparer.Ordinal);
        }

        return clients.GetOrAdd(
            clientId,
            id => new(id, _sources(id), _clock, _patience, _measures, _logger));
    }

    private IEnumerable<(string ClientId, TokenLease Terms, int Remaining)> Standings() =>
        from client in _clients
        let standing = client.Value.Standing
        where standing is not null
        select (client.Key, standing.Value.Terms, standing.Value.Remaining);
}
