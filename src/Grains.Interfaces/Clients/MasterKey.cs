using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace LoApi.Clients;

/// <summary>A key that clients' keys are encrypted with: 256 bits.</summary>
public sealed class MasterKey
{
    /// <summary>Bytes of a master key.</summary>
    public const int Length = 32;

    private readonly byte[] _bytes;

    private MasterKey(byte[] bytes)
    {
        _bytes = bytes;
        Id = Convert.ToHexStringLower(SHA256.HashData(bytes))[..8];
    }

    /// <summary>What tells it from others without telling anything of it: the first 32 bits of its SHA-256, hexadecimal.</summary>
    public string Id { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>A key for another purpose, 32 bytes, from which this one cannot be told (HKDF, RFC 5869).</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, Length, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>A new one, as it stands in a configuration.</summary>
    public static string Generate() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The key of a configuration, base64 of 32 bytes; false where the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MasterKey? key)
    {
        var bytes = new byte[text?.Length ?? 0];
        key = Convert.TryFromBase64String(text ?? "", bytes, out var written) && written == Length ? new MasterKey(bytes[..written]) : null;
        return key is not null;
    }
}
