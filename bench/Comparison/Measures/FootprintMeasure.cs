using LoApi.Comparison.Contenders;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Measures;

/// <summary>How soon LoApi is ready, and how much memory it holds with grains in it.</summary>
internal static class FootprintMeasure
{
    private const int Starts = 3;

    public static async Task<Footprint> RunAsync(Arena arena, TimeSpan firstStart, Requests requests, CancellationToken cancellation)
    {
        const string Database = "footprint";
        await arena.Databases.CopyAsync(Arena.Template, Database, cancellation);
        var starts = new List<double>();
        for (var i = 1; i < Starts; i++)
        {
            await using var started = await RunningContender.StartAsync(Contender.LoApi, arena, Database, probed: false, cancellation);
            starts.Add(started.StartUp.TotalSeconds);
        }

        await using var loApi = await RunningContender.StartAsync(Contender.LoApi, arena, Database, probed: false, cancellation);
        starts.Add(loApi.StartUp.TotalSeconds);
        var idle = loApi.ResidentBytes;
        await PayoffReads.OnceAsync(loApi, arena.Payoffs, .., requests, cancellation);
        return new(firstStart, TimeSpan.FromSeconds(Statistics.Of(starts).Median), idle, arena.Payoffs.Count, loApi.ResidentBytes);
    }
}
