using System.Security.Cryptography;
using System.Text;

namespace LoApi.Payoffs;

/// <summary>Derives the id of a payoff from the client and the idempotency key that create it.</summary>
public static class PayoffId
{
    /// <summary>
    /// A UUID of version 8 (RFC 9562) out of SHA-256 over client and key, so that every retry of a creation meets the
    /// same grain and the same primary key.
    /// </summary>
    public static Guid From(string clientId, string idempotencyKey)
    {
        // A client id holds no control characters, so the separator keeps (a, bc) apart from (ab, c).
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"payoff\n{clientId}\n{idempotencyKey}"));
        Span<byte> id = hash.AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
