using System.Security.Cryptography;
using System.Text;

namespace LoApi.Idempotency;

/// <summary>Derives the id of what a POST creates from the client and the idempotency key that create it; see decision 0010.</summary>
public static class DerivedId
{
    /// <summary>
    /// A UUID of version 8 (RFC 9562) out of SHA-256 over type, client and key, so that every retry of a creation meets the
    /// same grain and the same primary key.
    /// </summary>
    /// <param name="resourceType">What is created, such as <c>payoff</c>: ids of different types are never the same.</param>
    /// <param name="clientId">Whose key it is.</param>
    /// <param name="idempotencyKey">The caller's key.</param>
    public static Guid From(string resourceType, string clientId, string idempotencyKey)
    {
        // A client id holds no control characters, so the separator keeps (a, bc) apart from (ab, c).
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{resourceType}\n{clientId}\n{idempotencyKey}"));
        Span<byte> id = hash.AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
