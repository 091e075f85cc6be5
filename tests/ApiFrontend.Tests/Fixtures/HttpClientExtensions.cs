using System.Text;

namespace LoApi.ApiFrontend.Tests.Fixtures;

internal static class HttpClientExtensions
{
    public static async Task<Answer> AskAsync(this HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            var message = await client.SendAsync(request);
            return new(message.StatusCode, message, await message.Content.ReadAsStringAsync());
        }
    }

    public static Task<Answer> GetAnswerAsync(this HttpClient client, string path, params (string Name, string Value)[] headers) =>
        client.AskAsync(Request(HttpMethod.Get, path, headers));

    public static Task<Answer> PostAnswerAsync(
        this HttpClient client, string path, string body, params (string Name, string Value)[] headers)
    {
        var request = Request(HttpMethod.Post, path, headers);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return client.AskAsync(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
