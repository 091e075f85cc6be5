using System.Net.Http.Headers;
using System.Text;

namespace LoApi.ApiFrontend.Tests.Fixtures;

internal static class HttpClientChangeExtensions
{
    public static Task<Answer> PatchAnswerAsync(
        this HttpClient client, string path, string? ifMatch, string patch, params (string Name, string Value)[] headers) =>
        client.ChangeAsync(HttpMethod.Patch, path, ifMatch, patch, "application/merge-patch+json", headers);

    public static Task<Answer> PutAnswerAsync(
        this HttpClient client, string path, string? ifMatch, string body, params (string Name, string Value)[] headers) =>
        client.ChangeAsync(HttpMethod.Put, path, ifMatch, body, "application/json", headers);

    public static Task<Answer> DeleteAnswerAsync(
        this HttpClient client, string path, string? ifMatch, params (string Name, string Value)[] headers) =>
        client.ChangeAsync(HttpMethod.Delete, path, ifMatch, body: null, mediaType: null, headers);

    public static Task<Answer> ChangeAsync(
        this HttpClient client,
        HttpMethod method,
        string path,
        string? ifMatch,
        string? body,
        string? mediaType,
        params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType!);
        }

        return client.AskAsync(request);
    }
}
