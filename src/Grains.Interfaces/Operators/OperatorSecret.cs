using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace LoApi.Operators;

/// <summary>
/// What an operator types: <c>loapi-op_KEYID_SECRET</c>, twelve hexadecimal digits and the base64url of 32 random bytes. So
/// much chance needs no slow hash.
/// </summary>
/// <param name="KeyId">The id of the key.</param>
/// <param name="Hash">SHA-256 of the whole text, hexadecimal.</param>
public sealed record OperatorSecret(string KeyId, string Hash)
{
    private const string Prefix = "loapi-op_";
    private const int KeyIdBytes = 6;
    private const int SecretBytes = 32;
    private const int SecretLength = 43;
    private const int KeyIdEnd = 9 + (2 * KeyIdBytes);

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>A new one, and what is shown of it, once.</summary>
    public static (OperatorSecret Secret, string Text) Make()
    {
        var keyId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyIdBytes));
        var text = $"{Prefix}{keyId}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return (new(keyId, HashOf(text)), text);
    }

    /// <summary>What was typed, if it has the form of one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OperatorSecret? secret)
    {
        var formed = text?.Length == KeyIdEnd + 1 + SecretLength
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text.AsSpan(Prefix.Length, 2 * KeyIdBytes).IndexOfAnyExcept(Digits) < 0
            && text[KeyIdEnd] == '_';
        secret = formed ? new(text!.Substring(Prefix.Length, 2 * KeyIdBytes), HashOf(text)) : null;
        return formed;
    }

    /// <summary>Whether it is the secret of a key; each try costs the same time.</summary>
    public bool Opens(OperatorKey key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(key.Hash));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
