using System.Text.Json;
using LoApi.Comparison.Contenders;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Measures;

/// <summary>Reads of user 1, one after the other over one connection: how long each takes, without any waiting for others.</summary>
internal sealed class SequentialReads(RunningContender loApi, Requests requests, TimeProvider time) : IDisposable
{
    private const int PageSize = 50;

    /// <summary>The most that a list gives at once: the quickest way to a page that is far.</summary>
    private const int MaxLimit = 500;

    private const int Samples = 101;
    private const int WarmUps = 200;

    /// <summary>Whatever is slow is warmed up, and measured, less often: at least once.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new() { BaseAddress = loApi.Url, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Times of the first page of a list and of one that is far.</summary>
    /// <param name="list">Path and query, without limit and cursor.</param>
    /// <param name="rows">How many rows the list has at least.</param>
    /// <param name="farPage">Which page, if there are as many; else the last one that is full.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<PageTimes> PagesAsync(string list, int rows, int farPage, CancellationToken cancellation)
    {
        var first = $"{list}&limit={PageSize}";
        var number = Math.Min(farPage, rows / PageSize);
        var far = number == 1 ? first : $"{first}&cursor={await CursorAfterAsync(list, (number - 1) * PageSize, cancellation)}";
        var started = time.GetTimestamp();
        for (var i = 0; i < WarmUps && time.GetElapsedTime(started) < Longest; i++)
        {
            await TimeAsync(first, cancellation);
            await TimeAsync(far, cancellation);
        }

        // In turn, so that whatever else the machine does meets both.
        var (firsts, fars) = (new List<double>(), new List<double>());
        started = time.GetTimestamp();
        for (var i = 0; i < Samples && (i == 0 || time.GetElapsedTime(started) < Longest); i++)
        {
            firsts.Add(await TimeAsync(first, cancellation));
            fars.Add(await TimeAsync(far, cancellation));
        }

        return new(Statistics.Of(firsts).Median, number, Statistics.Of(fars).Median);
    }

    /// <summary>Times of paths, none of which was read before, and of the same ones again.</summary>
    /// <param name="paths">They.</param>
    /// <param name="warmUp">Another one of the kind.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<ReadTimes> ColdAndWarmAsync(IReadOnlyList<string> paths, string warmUp, CancellationToken cancellation)
    {
        for (var i = 0; i < 10 * WarmUps; i++)
        {
            await TimeAsync(warmUp, cancellation);
        }

        var (cold, warm) = (new List<double>(), new List<double>());
        foreach (var times in new[] { cold, warm })
        {
            foreach (var path in paths)
            {
                times.Add(await TimeAsync(path, cancellation));
            }
        }

        return new(Statistics.Of(cold).Median, Statistics.Of(warm).Median);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The cursor of whoever has read so many rows. It is a place in the list, which any limit goes on from.</summary>
    private async Task<string> CursorAfterAsync(string list, int rows, CancellationToken cancellation)
    {
        string? cursor = null;
        for (var read = 0; read < rows;)
        {
            var limit = Math.Min(MaxLimit, rows - read);
            using var page = JsonDocument.Parse(await ReadAsync($"{list}&limit={limit}{(cursor is null ? "" : "&cursor=" + cursor)}", cancellation));
            read += limit;
            cursor = page.RootElement.TryGetProperty("next_cursor", out var next)
                ? next.GetString()
                : throw new ImpossibleException($"{list} ends after {read} rows or less.");
        }

        return cursor!;
    }

    private async Task<double> TimeAsync(string path, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        await ReadAsync(path, cancellation);
        return time.GetElapsedTime(started).TotalMilliseconds;
    }

    private async Task<byte[]> ReadAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", requests.Token(HttpMethod.Get, 1));
        using var answer = await _http.SendAsync(request, cancellation);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsByteArrayAsync(cancellation)
            : throw new ImpossibleException($"{path} is answered with {(int)answer.StatusCode}.");
    }
}
