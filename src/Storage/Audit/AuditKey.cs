using System.Security.Cryptography;

namespace LoApi.Storage.Audit;

/// <summary>A key that chains records.</summary>
internal sealed class AuditKey(byte[] key)
{
    private readonly byte[] _key = key;

    /// <summary>Names the key in records without telling it: 16 hexadecimal digits that follow from it.</summary>
    public string Id { get; } = Convert.ToHexStringLower(HMACSHA256.HashData(key, "loapi audit key id"u8))[..16];

    /// <summary>HMAC-SHA-256, 64 hexadecimal digits.</summary>
    public string Sign(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, data, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The bytes of a key in base64; none where it is none.</summary>
    public static byte[] Parse(string? text)
    {
        var bytes = new byte[text?.Length ?? 0];
        return Convert.TryFromBase64String(text ?? "", bytes, out var written) ? bytes[..written] : [];
    }
}
