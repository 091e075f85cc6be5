using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using LoApi.Comparison.Contenders;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Conformance;

/// <summary>What LoApi answers to the requests of the measure, written down for bare Kestrel.</summary>
internal static class RecordedAnswers
{
    // What the server sets for each answer itself.
    private static readonly string[] NotRecorded = ["Date", "Content-Length", "Transfer-Encoding"];

    public static async Task WriteAsync(string file, RunningContender loApi, Requests requests, Func<int, string?> secondPage, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = loApi.Url };
        var answers = new ConcurrentDictionary<string, object>(StringComparer.Ordinal);
        var reads = Work.All.Where(work => !work.Writes).SelectMany(work => requests.Reads(work, secondPage)).DistinctBy(read => read.Path);
        var options = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation };
        await Parallel.ForEachAsync(reads, options, async (read, stop) =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, read.Path);
            request.Headers.TryAddWithoutValidation("Authorization", requests.Token(HttpMethod.Get, read.User));
            await AddAsync(answers, $"GET {read.Path}", http, request, stop);
        });
        var (key, body) = requests.Creation(1);
        var creation = new HttpRequestMessage(HttpMethod.Post, "/api/v1/payoffs")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        creation.Headers.TryAddWithoutValidation("Authorization", requests.Token(HttpMethod.Post, 1));
        creation.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        await AddAsync(answers, "POST /api/v1/payoffs", http, creation, cancellation);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(answers.Values, JsonSerializerOptions.Web), cancellation);
    }

    private static async Task AddAsync(
        ConcurrentDictionary<string, object> answers, string name, HttpClient http, HttpRequestMessage request, CancellationToken cancellation)
    {
        using var answer = await http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new ImpossibleException($"LoApi answers {(int)answer.StatusCode} to {name}.");
        }

        answers[name] = new
        {
            Request = name,
            Status = (int)answer.StatusCode,
            Headers = answer.Headers.Concat(answer.Content.Headers)
                .Where(header => !NotRecorded.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
            Body = await answer.Content.ReadAsStringAsync(cancellation),
        };
    }
}
