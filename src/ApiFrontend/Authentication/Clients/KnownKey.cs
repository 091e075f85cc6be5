using LoApi.Clients;
using Microsoft.IdentityModel.Tokens;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>A client's key, decrypted.</summary>
internal sealed class KnownKey(Client client, ClientKey key, SymmetricSecurityKey signingKey)
{
    /// <summary>Whose it is.</summary>
    public Client Client => client;

    /// <summary>Its id and its ciphertext.</summary>
    public ClientKey Key => key;

    /// <summary>What tokens are verified with.</summary>
    public SymmetricSecurityKey SigningKey => signingKey;

    /// <summary>Whether it holds at this instant.</summary>
    public bool HoldsAt(DateTimeOffset now) => key.HoldsAt(now);
}
