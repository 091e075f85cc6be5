using System.Buffers;
using System.Security.Cryptography;

namespace LoApi.Clients;

/// <summary>
/// The form of a key's id: the client's, a dot, and the first 64 bits of the key's SHA-256 in hexadecimal. So a
/// <c>kid</c> tells whose key it claims to be before anything is looked up, and whoever holds a key knows its id.
/// </summary>
public static class ClientKeyId
{
    /// <summary>Characters that an id has at most.</summary>
    public const int MaxLength = ClientId.MaxLength + 1 + FingerprintLength;

    private const int FingerprintLength = 16;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>The id of a client's key.</summary>
    public static string Of(string clientId, ReadOnlySpan<byte> key) =>
        $"{clientId}.{Convert.ToHexStringLower(SHA256.HashData(key))[..FingerprintLength]}";

    /// <summary>Whose key it claims to be; null where it has not the form of a key's id.</summary>
    public static string? ClientOf(string keyId)
    {
        var dot = keyId.Length - FingerprintLength - 1;
        return dot > 0 && keyId[dot] == '.' && ClientId.IsWellFormed(keyId.AsSpan(0, dot)) && keyId.AsSpan(dot + 1).IndexOfAnyExcept(Hexadecimal) < 0
            ? keyId[..dot]
            : null;
    }
}
