using System.Text;
using LoApi.ApiFrontend.Authentication;
using LoApi.Errors;
using LoApi.Idempotency;

namespace LoApi.ApiFrontend.Idempotency;

/// <summary><c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header) and what a request is recognised by.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Characters that a key has at most.</summary>
    public const int MaxLength = 255;

    private static readonly Failure Missing =
        new(ProblemCode.IdempotencyKeyMissing, "Send an Idempotency-Key, the same for every repeat of this request and for no other.");

    private static readonly Failure Invalid =
        new(ProblemCode.IdempotencyKeyInvalid, "Send one Idempotency-Key: a quoted string or a bare token of 1 to 255 visible ASCII characters.");

    /// <summary>The key, without the quotes of a structured field's string.</summary>
    public static Outcome<string> Read(HttpRequest request)
    {
        var sent = request.Headers[Header];
        return sent switch
        {
            [] or [null or ""] => Missing,
            [{ } value] when Parse(value.Trim()) is { Length: >= 1 and <= MaxLength } key => key,
            _ => Invalid,
        };
    }

    /// <summary>The key of a request that need not have one; null where it has none.</summary>
    public static Outcome<string>? ReadOptional(HttpRequest request) =>
        request.Headers[Header] is [] or [null or ""] ? null : Read(request);

    /// <summary>The use of a key by a request, of which the canonical route and body are given.</summary>
    public static IdempotentRequest Use(ApiRequest request, string key, string route, ReadOnlySpan<byte> canonicalBody) => new(
        request.Caller.ClientId, key, WriteFingerprint.OfKey(request.Http.Request.Method, route, request.Caller, canonicalBody))
    {
        Attempt = Guid.NewGuid(),
    };

    private static string? Parse(string value) =>
        value.StartsWith('"') ? Unquote(value) : value.All(IsTokenCharacter) ? value : null;

    private static string? Unquote(string value)
    {
        if (value.Length < 2 || !value.EndsWith('"'))
        {
            return null;
        }

        var key = new StringBuilder(value.Length);
        for (var i = 1; i < value.Length - 1; i++)
        {
            var escaped = value[i] == '\\';
            var c = escaped ? value[++i] : value[i];
            if (c is < ' ' or > '~' || i == value.Length - 1 || escaped != (c is '"' or '\\'))
            {
                return null;
            }

            key.Append(c);
        }

        return key.ToString();
    }

    private static bool IsTokenCharacter(char c) => c is > ' ' and <= '~' and not ('"' or ',' or '\\');
}
