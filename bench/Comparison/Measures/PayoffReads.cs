using LoApi.Comparison.Contenders;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Measures;

/// <summary>Reads seeded payoffs by id, each once: each is a grain that becomes active.</summary>
internal static class PayoffReads
{
    private const int Concurrency = 16;

    /// <param name="loApi">Where.</param>
    /// <param name="payoffs">Which there are.</param>
    /// <param name="range">Which of them are read.</param>
    /// <param name="requests">Signs.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task OnceAsync(RunningContender loApi, SeededPayoffs payoffs, Range range, Requests requests, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = loApi.Url };
        var tokens = Enumerable.Range(1, SeededPayoffs.Locations).Select(user => requests.Token(HttpMethod.Get, user)).ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellation };
        await Parallel.ForAsync(range.Start.GetOffset(payoffs.Count), range.End.GetOffset(payoffs.Count), options, async (number, stop) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Requests.PayoffPath(number));
            request.Headers.TryAddWithoutValidation("Authorization", tokens[payoffs.LocationOf(number) - 1]);
            using var answer = await http.SendAsync(request, stop);
            answer.EnsureSuccessStatusCode();
        });
    }
}
