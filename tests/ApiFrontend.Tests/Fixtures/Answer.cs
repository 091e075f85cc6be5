using System.Net;
using System.Text.Json;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>An answer that was read to its end.</summary>
internal sealed record Answer(HttpStatusCode Status, HttpResponseMessage Message, string Text)
{
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The code of a problem document.</summary>
    public string? Code => Message.Content.Headers.ContentType?.MediaType == "application/problem+json"
        ? Json.GetProperty("code").GetString()
        : null;

    /// <summary>The errors of a problem document, as <c>pointer code</c>.</summary>
    public string[] Errors => Json.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(error => $"{error.GetProperty("pointer")} {error.GetProperty("code")}")]
        : [];

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
