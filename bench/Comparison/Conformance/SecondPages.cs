using System.Text.Json;
using LoApi.Comparison.Contenders;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Conformance;

/// <summary>Where the second pages of locations' users are, which each contender says in its own way.</summary>
internal static class SecondPages
{
    public static async Task<Func<int, string?>> FindAsync(RunningContender contender, Requests requests, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = contender.Url };
        var pages = new string?[SeededPayoffs.Locations + 1];
        for (var location = 1; location <= SeededPayoffs.Locations; location++)
        {
            var path = Requests.UsersPath(location);
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Authorization", requests.Token(HttpMethod.Get, location));
            using var answer = await http.SendAsync(request, cancellation);
            using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
            pages[location] = page.RootElement.TryGetProperty("next_cursor", out var cursor) ? $"{path}&cursor={cursor.GetString()}" : null;
        }

        return location => pages[location];
    }
}
