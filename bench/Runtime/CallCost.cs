using System.Diagnostics;
using System.Globalization;

namespace LoApi.Bench.Runtime;

/// <summary>Calls per second, and bytes allocated per call, reference included.</summary>
internal static class CallCost
{
    private const int Grains = 100;

    public static Task WarmUpAsync(IGrainFactory grains, int callers) =>
        CallAllAsync(grains, callers, Stopwatch.StartNew(), TimeSpan.FromSeconds(1));

    public static async Task MeasureAsync(IGrainFactory grains, int callers, TimeSpan time)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        var calls = await CallAllAsync(grains, callers, clock, time);
        clock.Stop();
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)calls;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{callers,3} callers, {Grains} grains: {calls / clock.Elapsed.TotalSeconds,11:N0} calls/s, {bytes,5:N0} B allocated per call"));
    }

    private static async Task<long> CallAllAsync(IGrainFactory grains, int callers, Stopwatch clock, TimeSpan time)
    {
        var counts = await Task.WhenAll(
            Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(grains, caller, clock, time))));
        return counts.Sum();
    }

    private static async Task<long> CallAsync(IGrainFactory grains, int caller, Stopwatch clock, TimeSpan time)
    {
        long calls = 0;
        while (clock.Elapsed < time)
        {
            for (var i = 0; i < 1_000; i++)
            {
                await grains.GetGrain<ICounterGrain>((caller + calls) % Grains).Increment();
                calls++;
            }
        }

        return calls;
    }
}
