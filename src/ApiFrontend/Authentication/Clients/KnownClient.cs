using System.Collections.Immutable;
using System.Security.Cryptography;
using LoApi.Clients;
using Microsoft.IdentityModel.Tokens;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>A client with its keys decrypted.</summary>
internal sealed class KnownClient
{
    // A cache of the library's own would outlive a revocation, and evicts on a thread of its own.
    private static readonly CryptoProviderFactory Crypto = new() { CacheSignatureProviders = false };

    private readonly ImmutableArray<KnownKey> _keys;

    private KnownClient(Client client, IEnumerable<(ClientKey Key, SymmetricSecurityKey SigningKey)> keys)
    {
        Client = client;
        _keys = [.. keys.Select(key => new KnownKey(client, key.Key, key.SigningKey))];
    }

    /// <summary>The client as its grain told it.</summary>
    public Client Client { get; }

    /// <summary>Whether it may call.</summary>
    public bool IsActive => Client.Status == ClientStatus.Active;

    /// <summary>Decrypts a client's keys. One that cannot be decrypted is left out, and <paramref name="undecryptable"/> is told of it.</summary>
    public static KnownClient Of(Client client, ClientKeyCipher cipher, Action<string, CryptographicException> undecryptable)
    {
        var keys = new List<(ClientKey, SymmetricSecurityKey)>();
        foreach (var key in client.Keys)
        {
            try
            {
                keys.Add((key, new SymmetricSecurityKey(cipher.Decrypt(key.KeyId, key.Ciphertext)) { KeyId = key.KeyId, CryptoProviderFactory = Crypto }));
            }
            catch (CryptographicException exception)
            {
                undecryptable(key.KeyId, exception);
            }
        }

        return new(client, keys);
    }

    /// <summary>The key of this id, whether it holds or not; null where the client has none.</summary>
    public KnownKey? FindKey(string keyId)
    {
        foreach (var key in _keys)
        {
            if (string.Equals(key.Key.KeyId, keyId, StringComparison.Ordinal))
            {
                return key;
            }
        }

        return null;
    }
}
