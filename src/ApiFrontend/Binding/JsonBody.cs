using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using LoApi.ApiFrontend.Hosting;
using LoApi.ApiFrontend.Representations;
using LoApi.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LoApi.ApiFrontend.Binding;

/// <summary>Reads a body as a model: at once where it is sound, member by member where it is not.</summary>
internal static class JsonBody
{
    /// <summary>Fails with the codes that concern the body as a whole; what concerns members is in the result.</summary>
    public static async Task<Outcome<ParsedBody<T>>> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> contract)
        where T : class
    {
        if (!IsJson(request.ContentType))
        {
            return new Failure(ProblemCode.UnsupportedMediaType, "Send application/json in UTF-8.");
        }

        LimitSize(request.HttpContext);
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), contract);
    }

    internal static Outcome<ParsedBody<T>> Parse<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> contract)
        where T : class
    {
        if (body.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return new Failure(ProblemCode.BodyMissing, "Send the representation as the body.");
        }

        if (!Utf8.IsValid(body.Span))
        {
            return new Failure(ProblemCode.MalformedJson, "The body is not UTF-8.");
        }

        try
        {
            if (JsonSerializer.Deserialize(body.Span, contract) is { } model)
            {
                return new ParsedBody<T>(model, ModelValidator.Validate(model));
            }
        }
        catch (JsonException)
        {
            // Something is wrong with it; what, and whether there is more, is found out below.
        }

        return Diagnose(body, contract);
    }

    private static Outcome<ParsedBody<T>> Diagnose<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> contract)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = contract.Options.MaxDepth });
            return BodyDiagnosis.Of(document.RootElement, contract);
        }
        catch (JsonException malformed)
        {
            return new Failure(
                ProblemCode.MalformedJson,
                $"The body is no well-formed JSON, or nested more than {contract.Options.MaxDepth} deep: see line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}.");
        }
    }

    private static void LimitSize(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = http.RequestServices.GetRequiredService<IOptions<HttpServerOptions>>().Value.MaxBodyBytes;
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(CacheControl.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
