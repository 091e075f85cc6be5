using System.Net.Http.Headers;
using System.Text.Json;
using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Client;

/// <summary>
/// The reason that an error answer gives: its <c>code</c>, and for a problem with <c>errors</c> also theirs, as in
/// <c>validation_failed/check_digit+not_a_business_day</c>. An answer without a code is <c>http_</c> and its status.
/// </summary>
internal static class ProblemReason
{
    private const string ProblemJson = "application/problem+json";
    private const int MaxBytes = 64 * 1024;
    private const int MaxCodes = 5;
    private const int MaxCodeLength = 64;

    public static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var fallback = StatusReason.Of((int)response.StatusCode);
        var body = await ReadBoundedAsync(response.Content, cancellation);
        return IsProblem(response.Content.Headers.ContentType) ? Parse(body) ?? fallback : fallback;
    }

    /// <returns>Null when this is no problem document with a code.</returns>
    public static string? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return CodeOf(document.RootElement) is not { } code ? null
                : string.Join('+', CodesOf(document.RootElement, code)) is { Length: > 0 } codes ? $"{code}/{codes}"
                : code;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsProblem(MediaTypeHeaderValue? type) =>
        string.Equals(type?.MediaType, ProblemJson, StringComparison.OrdinalIgnoreCase);

    /// <summary>The codes of the single errors, as far as they say more than the problem's own.</summary>
    private static IEnumerable<string> CodesOf(JsonElement problem, string own) =>
        problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? errors.EnumerateArray()
                .Select(CodeOf)
                .OfType<string>()
                .Where(code => code != own)
                .Distinct(StringComparer.Ordinal)
                .Take(MaxCodes)
            : [];

    private static string? CodeOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("code", out var code)
        && code.ValueKind == JsonValueKind.String
        && code.GetString() is { Length: > 0 and <= MaxCodeLength } text
            ? text
            : null;

    /// <summary>Reads at most what a sane problem document has; a longer one is cut off and so has no code.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadBoundedAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[4096];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
            length += read;
            if (read == 0 || length == MaxBytes)
            {
                return buffer.AsMemory(0, length);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, MaxBytes));
            }
        }
    }
}
