using System.Text.Json;
using LoApi.Comparison.Contenders;

namespace LoApi.Comparison.Loads;

/// <summary>The closed loop: each connection sends when its last request was answered.</summary>
internal static class Wrk
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <exception cref="ImpossibleException">wrk is not there.</exception>
    public static void Find()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "wrk"))))
        {
            throw new ImpossibleException("wrk, which sends the load, is not installed: apt-get install wrk.");
        }
    }

    /// <param name="script"><c>bench/replay.lua</c>.</param>
    /// <param name="url">The service.</param>
    /// <param name="connections">How many.</param>
    /// <param name="duration">How long, in whole seconds of one at least.</param>
    /// <param name="cycled">The file of requests that are sent again and again.</param>
    /// <param name="once">The file of requests that are sent once.</param>
    /// <param name="nth">Which of all are of those; 0 for none.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ImpossibleException">wrk is not there, or does not end.</exception>
    public static async Task<WrkRun> RunAsync(
        string script, Uri url, int connections, TimeSpan duration, string cycled, string once, int nth, CancellationToken cancellation)
    {
        var seconds = Math.Max(1, (int)Math.Round(duration.TotalSeconds));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds + 30));
        try
        {
            var output = await RunningProcess.CompleteAsync(
                "wrk",
                ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", "-s", script, url.AbsoluteUri, "--", cycled, once, $"{nth}"],
                limit.Token);
            return Parse(output);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ImpossibleException($"wrk does not end: {url}");
        }
    }

    /// <summary>The last line is the script's; wrk's own report stands before it.</summary>
    public static WrkRun Parse(string output) =>
        JsonSerializer.Deserialize<WrkRun>(output.TrimEnd().Split('\n')[^1], Json)!;
}
