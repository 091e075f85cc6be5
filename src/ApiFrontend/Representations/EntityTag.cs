using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace LoApi.ApiFrontend.Representations;

/// <summary>Strong entity tags (RFC 9110, 8.8.3), quotes included.</summary>
internal static class EntityTag
{
    /// <summary>The tag of a row's version.</summary>
    public static string OfVersion(long version) => $"\"{version}\"";

    /// <summary>The tag of a representation that has no version of its own: a digest of its bytes.</summary>
    public static string OfBytes(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return $"\"{Convert.ToHexStringLower(digest[..16])}\"";
    }

    /// <summary>Whether <c>If-None-Match</c> names the tag, by weak comparison as RFC 9110, 13.1.2 asks.</summary>
    public static bool IsNamedBy(HttpRequest request, string tag)
    {
        var header = request.Headers.IfNoneMatch;
        return header.Count > 0
            && EntityTagHeaderValue.TryParseList(header, out var names)
            && names.Any(name => name.Tag == "*" || name.Tag.Equals(tag, StringComparison.Ordinal));
    }
}
