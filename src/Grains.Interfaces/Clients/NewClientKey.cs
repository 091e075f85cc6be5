using System.Security.Cryptography;

namespace LoApi.Clients;

/// <summary>A key that was just made: the only moment in which it is readable.</summary>
/// <param name="KeyId">Its id.</param>
/// <param name="Secret">The key, base64 of 32 random bytes: what the client is given.</param>
/// <param name="Stored">The key as it is stored.</param>
public sealed record NewClientKey(string KeyId, string Secret, ClientKey Stored)
{
    private const int Length = 32;

    /// <summary>A new key for a client.</summary>
    public static NewClientKey Make(string clientId, ClientKeyCipher cipher, DateTimeOffset? notBefore = null) =>
        Of(clientId, RandomNumberGenerator.GetBytes(Length), cipher, notBefore);

    /// <summary>A key that there is already.</summary>
    public static NewClientKey Of(string clientId, ReadOnlySpan<byte> key, ClientKeyCipher cipher, DateTimeOffset? notBefore = null)
    {
        var keyId = ClientKeyId.Of(clientId, key);
        return new(keyId, Convert.ToBase64String(key), new ClientKey(keyId, cipher.Encrypt(keyId, key), notBefore));
    }
}
