using System.Globalization;

namespace LoApi.Bench.Runtime;

/// <summary>Bytes that an idle activation keeps, its grain (32 bytes) included.</summary>
internal static class ActivationCost
{
    public static async Task MeasureAsync(IGrainFactory grains, int activations)
    {
        var before = Live();
        for (var i = 0; i < activations; i++)
        {
            await grains.GetGrain<ICounterGrain>(1_000_000 + i).Increment();
        }

        var bytes = (Live() - before) / (double)activations;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{activations:N0} idle activations: {bytes:N0} B each"));
    }

    private static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
