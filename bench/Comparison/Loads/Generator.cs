using System.Globalization;
using System.Text.Json;
using LoApi.Comparison.Contenders;
using LoApi.LoadGen;
using LoApi.LoadGen.Reporting;

namespace LoApi.Comparison.Loads;

/// <summary>The load generator, in this process: its warm-up is paid for once.</summary>
internal sealed class Generator(ClientKey client, TimeProvider time)
{
    // Whatever comes due waits for one of the connections, and its wait counts: nothing is left unsent that would make the rest look better.
    private const int Connections = 256;
    private const int MaxInFlight = 100_000;

    /// <summary>The most reads of a path a second, over so many connections that each wait for their answers.</summary>
    public async Task<double> PeakAsync(Uri url, string path, int connections, TimeSpan duration, CancellationToken cancellation) =>
        (await GetAsync(url, path, duration, ["--connections", $"{connections}"], cancellation)).RequestsPerSecond;

    /// <summary>Reads of a path by a schedule; latency counts from the scheduled moment.</summary>
    public async Task<OpenLoopRun> OfferAsync(Uri url, string path, double peak, double share, TimeSpan duration, CancellationToken cancellation)
    {
        var rate = Math.Max(1, Math.Floor(peak * share));
        var run = await GetAsync(url, path, duration, ["--rate", rate.ToString(CultureInfo.InvariantCulture), "--connections", $"{Connections}", "--max-in-flight", $"{MaxInFlight}"], cancellation);
        return new(rate, share, run.LatencyMs.P50, run.LatencyMs.P99, run.Unsent);
    }

    private async Task<RunSummary> GetAsync(Uri url, string path, TimeSpan duration, string[] options, CancellationToken cancellation)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        await LoadGenCommand.RunAsync(
            [
                "get", "--url", url.AbsoluteUri, "--path", path, "--duration", duration.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                "--user-id", "1", "--location-id", "1", "--client", client.Id, "--key-id", client.KeyId, "--key", client.Key, "--json", .. options,
            ],
            new LoadGenHost(output, error, time, Watched: false),
            cancellation);
        var summary = output.ToString() is { Length: > 0 } json
            ? JsonSerializer.Deserialize(json, SummaryJson.Default.RunSummary)!
            : throw new ImpossibleException($"The load generator says: {error}");
        return summary.Refused + summary.Failed == 0
            ? summary
            : throw new ImpossibleException($"{url}{path}: {summary.Refused} requests were refused and {summary.Failed} failed.");
    }
}
