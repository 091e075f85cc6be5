using System.Security.Cryptography;
using System.Text;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Representations;
using LoApi.Callers;

namespace LoApi.ApiFrontend.Idempotency;

/// <summary>
/// What tells two writes apart, as SHA-256 in hexadecimal digits. Bodies are canonical: read as a model, and written again.
/// </summary>
internal static class WriteFingerprint
{
    /// <summary>What a key is bound to: method, canonical route, user, location and body.</summary>
    public static string OfKey(string method, string route, Caller caller, ReadOnlySpan<byte> canonicalBody) =>
        Of($"{method}\n{route}\n{caller.UserId}\n{caller.LocationId}\n", canonicalBody);

    /// <summary>
    /// What a token is bound to: the same, and the key and the precondition. Whoever sees a token must not bring about with
    /// it what another key, or another version, makes a second effect.
    /// </summary>
    public static string OfToken(ApiRequest request, string? key, string route, ReadOnlySpan<byte> canonicalBody)
    {
        var http = request.Http.Request;
        var ifMatch = string.Join(',', http.Headers[IfMatch.Header].AsEnumerable());
        return Of($"{http.Method}\n{route}\n{request.Caller.UserId}\n{request.Caller.LocationId}\n{key}\n{ifMatch}\n", canonicalBody);
    }

    private static string Of(string head, ReadOnlySpan<byte> canonicalBody)
    {
        // One text and one call: what hashes bit by bit holds native memory, which costs several times as much.
        var text = new byte[Encoding.UTF8.GetByteCount(head) + canonicalBody.Length];
        canonicalBody.CopyTo(text.AsSpan(Encoding.UTF8.GetBytes(head, text)));
        return Convert.ToHexStringLower(SHA256.HashData(text));
    }
}
