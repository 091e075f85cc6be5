using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Limits;

/// <summary>The tokens that this front end holds, client by client: what one does is not felt by another.</summary>
internal sealed class ClientTokens(
    TokenSources sources, IOptions<LimitOptions> options, TimeProvider clock, ILogger<ClientTokens> logger)
{
    // Only clients that proved who they are come here. Beyond this many, all of them begin anew: a few leased tokens are lost.
    private const int MaxClients = 10_000;

    private ConcurrentDictionary<string, LeasedTokens> _clients = new(StringComparer.Ordinal);

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
            id => new(id, sources(id), clock, options.Value.LeaseTimeout, logger));
    }
}
