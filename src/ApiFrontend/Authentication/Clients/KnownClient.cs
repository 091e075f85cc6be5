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

    /// <summary>
    /// Decrypts a client's keys, but for those whose ciphertext is that of <paramref name="former"/>: they are what they
    /// were. One that cannot be decrypted is left out, and <paramref name="undecryptable"/> is told of it, once.
    /// </summary>
    public static KnownClient Of(Client client, KnownClient? former, ClientKeyCipher cipher, Action<string, CryptographicException> undecryptable)
    {
        var keys = new List<(ClientKey, SymmetricSecurityKey)>();
        foreach (var key in client.Keys)
        {
            if (former is not null && former.Holds(key))
            {
                if (former.FindKey(key.KeyId) is { } known)
                {
                    keys.Add((key, known.SigningKey));
                }

                continue;
            }

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

    private bool Holds(ClientKey key) =>
        Client.Keys.Any(held => held.KeyId == key.KeyId && held.Ciphertext == key.Ciphertext);
}
