using System.Globalization;
using System.Text.Json;
using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Measures;

/// <summary>LoApi with much data: the first page of a list and one far behind, payoffs that nobody read yet, and the same again.</summary>
internal static class ScalingMeasure
{
    /// <summary>The share of all payoffs that one location has.</summary>
    private const double Crowded = 0.6;

    private const int FarPage = 10_000;
    private const int Samples = 51;
    private const string List = "/api/v1/payoffs?limit=50&location_id=1";

    public static async Task<ScaledFigures> RunAsync(Arena arena, int size, ClientKey client, CancellationToken cancellation)
    {
        var payoffs = new SeededPayoffs(size, Crowded);
        var requests = new Requests(client, payoffs, arena.Time);
        var database = $"scaled_{size}";
        await arena.Databases.CopyAsync(Arena.Template, database, cancellation);
        // Beside those of the template, whose numbers come again: they give way.
        await arena.Databases.ExecuteAsync(database, "DELETE FROM PAYOFF", cancellation);
        await payoffs.InsertAsync(arena.Databases, database, arena.Time.GetUtcNow().UtcDateTime, cancellation);
        await InsertUsersAsync(arena.Databases, database, size, cancellation);

        await using var loApi = await RunningContender.StartAsync(Contender.LoApi, arena, database, cancellation);
        using var http = new HttpClient { BaseAddress = loApi.Url, Timeout = TimeSpan.FromMinutes(2) };
        var (page, far) = await WalkAsync(http, requests, cancellation);
        var first = await MedianAsync(http, requests, List, arena.Time, cancellation);
        var behind = await MedianAsync(http, requests, far, arena.Time, cancellation);
        var before = loApi.ResidentBytes;
        var cold = await PayoffReads.OnceAsync(loApi, payoffs, requests, arena.Time, cancellation);
        var grown = loApi.ResidentBytes - before;
        var warm = await PayoffReads.OnceAsync(loApi, payoffs, requests, arena.Time, cancellation);
        return new(arena.Databases.Kind, size, first, page, behind, cold, warm, grown / (double)Math.Min(size, 10_000));
    }

    private static async Task InsertUsersAsync(IDatabases databases, string database, int size, CancellationToken cancellation)
    {
        const int OfTheDemonstration = 1_000;
        var users = Enumerable.Range(OfTheDemonstration + 1, Math.Max(0, size - OfTheDemonstration)).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToArray();
        await databases.InsertAsync(
            database,
            "LO_USER",
            ["user_id", "user_name", "first_name", "last_name", "email", "active"],
            users.Select(id => (object?[])[id, "user." + id, "Ada", "Amberfield", $"user.{id}@example.com", (short)1]),
            cancellation);
        await databases.InsertAsync(database, "LO_USER_LOCATION", ["user_id", "location_id"], users.Select(Membership), cancellation);

        static object?[] Membership(string id) => [id, (1 + (int.Parse(id, CultureInfo.InvariantCulture) % SeededPayoffs.Locations)).ToString(CultureInfo.InvariantCulture)];
    }

    /// <summary>Follows the list to that page or to its end.</summary>
    private static async Task<(int Page, string Path)> WalkAsync(HttpClient http, Requests requests, CancellationToken cancellation)
    {
        var path = List;
        for (var page = 1; ; page++)
        {
            using var body = JsonDocument.Parse(await ReadAsync(http, requests, path, cancellation));
            if (page == FarPage || !body.RootElement.TryGetProperty("next_cursor", out var cursor))
            {
                return (page, path);
            }

            path = $"{List}&cursor={cursor.GetString()}";
        }
    }

    private static async Task<double> MedianAsync(HttpClient http, Requests requests, string path, TimeProvider time, CancellationToken cancellation)
    {
        var milliseconds = new List<double>();
        for (var i = 0; i < Samples; i++)
        {
            var started = time.GetTimestamp();
            await ReadAsync(http, requests, path, cancellation);
            milliseconds.Add(time.GetElapsedTime(started).TotalMilliseconds);
        }

        return Statistics.Of(milliseconds).Median;
    }

    private static async Task<byte[]> ReadAsync(HttpClient http, Requests requests, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", requests.Token(HttpMethod.Get, 1));
        using var answer = await http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(cancellation);
    }
}
