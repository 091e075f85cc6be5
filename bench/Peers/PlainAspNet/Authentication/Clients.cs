using System.Collections.Frozen;
using System.Security.Claims;

namespace LoApi.PlainAspNet.Authentication;

/// <summary>The clients that there are, by id and by the id of their key.</summary>
internal sealed class Clients(IConfiguration configuration)
{
    private readonly FrozenDictionary<string, Client> _byId = configuration
        .GetSection("Clients")
        .Get<Client[]>()!
        .ToFrozenDictionary(client => client.Id, StringComparer.Ordinal);

    public Client? OfKey(string keyId) => _byId.Values.FirstOrDefault(client => client.KeyId == keyId);

    /// <summary>The client that was authenticated.</summary>
    public Client? Of(ClaimsPrincipal user) => user.FindFirstValue("sub") is { } id ? _byId[id] : null;
}
