using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace LoApi.ApiFrontend.Representations;

/// <summary>Whether a caller reads what an endpoint answers (RFC 9110, 12.5.1). Problem documents are for everyone.</summary>
internal static class Negotiation
{
    private static readonly MediaTypeHeaderValue Offered = MediaTypeHeaderValue.Parse(CacheControl.Utf8Json);

    /// <summary>Whether an endpoint answers in JSON, by what it declares.</summary>
    public static bool Offers(IEnumerable<object> metadata) =>
        metadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.ContentTypes.Contains(CacheControl.Json));

    /// <summary>
    /// Whether the most specific range of <c>Accept</c> that JSON is in has a weight above zero. A header that is
    /// malformed says as little as none.
    /// </summary>
    public static bool IsAcceptable(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || !MediaTypeHeaderValue.TryParseList(header, out var ranges) || ranges.Count == 0)
        {
            return true;
        }

        var best = ranges.Where(IncludesJson).MaxBy(Precision);
        return best is not null && best.Quality is not <= 0;
    }

    private static bool IncludesJson(MediaTypeHeaderValue range) =>
        (range.MatchesAllTypes
            || (range.Type.Equals(Offered.Type, StringComparison.OrdinalIgnoreCase)
                && (range.MatchesAllSubTypes || range.SubType.Equals(Offered.SubType, StringComparison.OrdinalIgnoreCase))))
        && range.Parameters.All(parameter => IsWeight(parameter) || IsUtf8(parameter));

    private static int Precision(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes ? 0
        : range.MatchesAllSubTypes ? 1
        : range.Parameters.Any(IsUtf8) ? 3
        : 2;

    private static bool IsWeight(NameValueHeaderValue parameter) => parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(NameValueHeaderValue parameter) =>
        parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(parameter.Value).Equals(Offered.Charset, StringComparison.OrdinalIgnoreCase);
}
