using LoApi.Grains.Pruning;
using LoApi.Pruning;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.Silo;

/// <summary>
/// Sets the pace of pruning: every <see cref="PruningOptions.PruneInterval"/>, slice after slice while there are more, with
/// pauses that leave most of the time to writers. Every silo does; the one grain that prunes takes their calls in turn.
/// </summary>
internal sealed class PruningSchedule(
    IGrainFactory grains, TimeProvider time, IOptions<PruningOptions> options, ILogger<PruningSchedule> logger) : BackgroundService
{
    /// <summary>How many times as long as a slice took the pause after it is.</summary>
    private const int Restraint = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(options.Value.PruneInterval, time, stoppingToken);
            await PruneAsync(stoppingToken);
        }
    }

    private async Task PruneAsync(CancellationToken stopping)
    {
        try
        {
            var started = time.GetTimestamp();
            while (await grains.GetGrain<IPruningGrain>(0).PruneAsync().WaitAsync(stopping))
            {
                await Task.Delay(time.GetElapsedTime(started) * Restraint, time, stopping);
                started = time.GetTimestamp();
            }
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            Log.PruningFailed(logger, exception); // The next round meets the same rows again.
        }
    }
}
