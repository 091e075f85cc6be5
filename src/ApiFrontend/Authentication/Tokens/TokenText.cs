using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// Takes tokens apart, strictly: what two readers could understand differently is refused. So one token has one spelling,
/// and what was checked is what is used.
/// </summary>
internal static class TokenText
{
    private const int SignatureBytes = 32;
    private const int MaxPeekedHeader = 512;

    private static readonly SearchValues<char> Base64UrlCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly JsonDocumentOptions Strictly = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = TokenRules.MaxDepth,
    };

    /// <summary>The <c>kid</c> of a token whose header is in order; nothing is known of its signature yet.</summary>
    public static bool TryReadHeader(string token, [NotNullWhen(true)] out string? keyId, out TokenFault fault)
    {
        keyId = null;
        if (token.Split('.', 4) is not [var header, var claims, var signature]
            || !TryDecode(header, out var headerBytes)
            || !TryDecode(claims, out _)
            || !TryDecode(signature, out var signatureBytes)
            || signatureBytes.Length != SignatureBytes)
        {
            fault = TokenFault.Encoding;
            return false;
        }

        using var document = Parse(headerBytes);
        if (document is null)
        {
            fault = TokenFault.Header;
            return false;
        }

        return TryReadHeader(document.RootElement, out keyId, out fault);
    }

    /// <summary>
    /// The <c>kid</c> that a token claims, where its header is in order and no longer than any honest one; null otherwise.
    /// For a look before anything is verified: of what follows the header, nothing is read.
    /// </summary>
    public static string? PeekKeyId(string token)
    {
        var end = token.IndexOf('.', StringComparison.Ordinal);
        if (end is < 0 or > MaxPeekedHeader || !TryDecode(token[..end], out var bytes))
        {
            return null;
        }

        using var header = Parse(bytes);
        return header is not null && TryReadHeader(header.RootElement, out var keyId, out _) ? keyId : null;
    }

    /// <summary>The claims of a token that came through <see cref="TryReadHeader(string, out string?, out TokenFault)"/>; null where they are no object.</summary>
    public static JsonDocument? ReadClaims(string token) => TryDecode(token.Split('.')[1], out var bytes) ? Parse(bytes) : null;

    private static bool TryReadHeader(JsonElement header, out string? keyId, out TokenFault fault)
    {
        keyId = null;
        string? algorithm = null, type = null;
        foreach (var member in header.EnumerateObject())
        {
            var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
            switch (member.Name)
            {
                case "alg":
                    algorithm = text;
                    break;
                case "typ":
                    type = text;
                    break;
                case "kid":
                    keyId = text;
                    break;
                default:
                    fault = TokenFault.HeaderMember; // jwk, jku, x5c, x5u, crit, zip and whatever else would have to be understood.
                    return false;
            }
        }

        fault = (algorithm, type, keyId) switch
        {
            (not TokenRules.Algorithm, _, _) => TokenFault.Algorithm,
            (_, not TokenRules.Type, _) => TokenFault.Type,
            _ => TokenFault.KeyIdForm,
        };
        return algorithm == TokenRules.Algorithm && type == TokenRules.Type && keyId is not null;
    }

    private static JsonDocument? Parse(byte[] json)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(json, Strictly);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                ReadTexts(document.RootElement);
                return document;
            }
        }
        catch (Exception unsound) when (unsound is JsonException or InvalidOperationException)
        {
            // Falls through: it is refused like any other that is no object.
        }

        document?.Dispose();
        return null;
    }

    /// <summary>Throws <see cref="InvalidOperationException"/> where a text is none of .NET's: the parser looks only once a text is read.</summary>
    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
        }
    }

    /// <summary>Decoders differ in what they pass over: padding, white space, left-over bits. So the text is held against what its bytes are written as.</summary>
    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = [];
        if (text.Length == 0 || text.Length % 4 == 1 || text.AsSpan().ContainsAnyExcept(Base64UrlCharacters))
        {
            return false;
        }

        var buffer = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, buffer, out _, out var written) != OperationStatus.Done)
        {
            return false;
        }

        bytes = buffer[..written];
        return string.Equals(Base64Url.EncodeToString(bytes), text, StringComparison.Ordinal);
    }
}
