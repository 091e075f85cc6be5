using LoApi.Comparison.Contenders;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Measures;

/// <summary>Reads seeded payoffs by id, each once: each is a grain that becomes active.</summary>
internal static class PayoffReads
{
    private const int Concurrency = 16;

    /// <summary>As many as this are read where there are more.</summary>
    private const int Most = 10_000;

    /// <returns>How many a second.</returns>
    public static async Task<double> OnceAsync(RunningContender loApi, SeededPayoffs payoffs, Requests requests, TimeProvider time, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = loApi.Url };
        var tokens = Enumerable.Range(1, SeededPayoffs.Locations).Select(user => requests.Token(HttpMethod.Get, user)).ToArray();
        var count = Math.Min(Most, payoffs.Count);
        var started = time.GetTimestamp();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellation }, async (number, stop) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Requests.PayoffPath(number));
            request.Headers.TryAddWithoutValidation("Authorization", tokens[payoffs.LocationOf(number) - 1]);
            using var answer = await http.SendAsync(request, stop);
            answer.EnsureSuccessStatusCode();
        });
        return count / time.GetElapsedTime(started).TotalSeconds;
    }
}
