using LoApi.Audit;
using LoApi.Storage.Audit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.Silo;

/// <summary>
/// Sets the pace of the audit streams: each partition is called soon after a commit of this process, and every
/// <see cref="AuditOptions.ChainInterval"/> in any case, for what was committed elsewhere or before a restart. Every silo
/// does; a grain takes their calls in turn, and one that comes after another finds nothing left.
/// </summary>
internal sealed class AuditStreamSchedule(
    IGrainFactory grains, AuditSignal signal, TimeProvider time, IOptions<AuditOptions> options, ILogger<AuditStreamSchedule> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AuditPartition.Count).Select(partition => KeepChainedAsync(partition, stoppingToken)));

    private async Task KeepChainedAsync(int partition, CancellationToken stopping)
    {
        while (true)
        {
            await ChainAsync(partition, stopping);
            await signal.WaitAsync(partition, options.Value.ChainInterval, time, stopping);
            await Task.Delay(options.Value.ChainDelay, time, stopping); // Others commit at about the same time.
        }
    }

    private async Task ChainAsync(int partition, CancellationToken stopping)
    {
        try
        {
            while (await grains.GetGrain<IAuditStreamGrain>(partition).ChainAsync().WaitAsync(stopping))
            {
                stopping.ThrowIfCancellationRequested();
            }
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            Log.ChainingFailed(logger, exception, partition); // The next round meets the same records again.
        }
    }
}
