using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LoApi.Clients;

/// <summary>
/// Encrypts clients' keys at rest, AES-256-GCM. A ciphertext reads <c>v1.MASTER.DATA</c>: the id of the master key that
/// made it, and nonce (12 bytes), tag (16) and encrypted key in base64url. The key's id, which begins with the client's,
/// is associated data: a ciphertext that is moved to another client or key does not decrypt.
/// </summary>
public sealed class ClientKeyCipher(MasterKeys masterKeys)
{
    private const string Version = "v1";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>The key, encrypted with the master key of today.</summary>
    public string Encrypt(string keyId, ReadOnlySpan<byte> key)
    {
        var data = new byte[NonceLength + TagLength + key.Length];
        var nonce = data.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(masterKeys.Current.Bytes, TagLength);
        aes.Encrypt(nonce, key, data.AsSpan(NonceLength + TagLength), data.AsSpan(NonceLength, TagLength), AssociatedData(keyId));
        return $"{Version}.{masterKeys.Current.Id}.{Base64Url.EncodeToString(data)}";
    }

    /// <summary>
    /// The key. Throws <see cref="CryptographicException"/> where the ciphertext was made by a master key that is not
    /// configured, was made for another key id, or was changed.
    /// </summary>
    public byte[] Decrypt(string keyId, string ciphertext)
    {
        if (ciphertext.Split('.') is not [Version, var masterId, var text]
            || masterKeys.Find(masterId) is not { } master
            || !TryDecode(text, out var data)
            || data.Length <= NonceLength + TagLength)
        {
            throw new CryptographicException($"The key {keyId} was encrypted with a master key that is not configured, or its ciphertext is none.");
        }

        var key = new byte[data.Length - NonceLength - TagLength];
        using var aes = new AesGcm(master.Bytes, TagLength);
        aes.Decrypt(
            data.AsSpan(0, NonceLength),
            data.AsSpan(NonceLength + TagLength),
            data.AsSpan(NonceLength, TagLength),
            key,
            AssociatedData(keyId));
        return key;
    }

    /// <summary>Whether a ciphertext was made with another master key than today's, so that it wants to be made anew.</summary>
    public bool IsOutdated(string ciphertext) =>
        !ciphertext.StartsWith($"{Version}.{masterKeys.Current.Id}.", StringComparison.Ordinal);

    private static byte[] AssociatedData(string keyId) => Encoding.UTF8.GetBytes($"loapi client key {keyId}");

    private static bool TryDecode(string text, out byte[] data)
    {
        data = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, data, out _, out var written) != OperationStatus.Done)
        {
            return false;
        }

        data = data[..written];
        return true;
    }
}
