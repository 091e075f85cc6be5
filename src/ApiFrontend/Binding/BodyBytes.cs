using System.Collections.Immutable;
using System.Text.Unicode;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Hosting;
using LoApi.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LoApi.ApiFrontend.Binding;

/// <summary>Reads a body as it was sent: of a media type that the endpoint reads, within the limit, UTF-8, not empty.</summary>
internal static class BodyBytes
{
    public static async Task<Outcome<byte[]>> ReadAsync(HttpRequest request, ImmutableArray<string> mediaTypes)
    {
        if (!IsOneOf(mediaTypes, request.ContentType))
        {
            return new Failure(ProblemCode.UnsupportedMediaType, $"Send {string.Join(" or ", mediaTypes)} in UTF-8.");
        }

        LimitSize(request.HttpContext);
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        var body = buffer.ToArray();
        request.HttpContext.Features.Get<ApiRequest>()?.NotePayload(body);
        if (body.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return new Failure(ProblemCode.BodyMissing, "Send the representation as the body.");
        }

        return Utf8.IsValid(body) ? body : new Failure(ProblemCode.MalformedJson, "The body is not UTF-8.");
    }

    private static void LimitSize(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = http.RequestServices.GetRequiredService<IOptions<HttpServerOptions>>().Value.MaxBodyBytes;
        }
    }

    private static bool IsOneOf(ImmutableArray<string> mediaTypes, string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && mediaTypes.Any(known => type.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
