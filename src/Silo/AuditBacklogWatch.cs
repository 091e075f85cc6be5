using LoApi.Storage.Audit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LoApi.Silo;

/// <summary>
/// Looks now and then at how much waits to be chained, while somebody wants to know. Every silo sees the same. Where a
/// look fails, what the last one found stands, and gets older: an alarm must not end because nothing answers.
/// </summary>
internal sealed class AuditBacklogWatch(AuditRepository log, AuditMeasures measures, TimeProvider time, ILogger<AuditBacklogWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            if (!measures.WantsBacklog)
            {
                measures.Waiting(null);
            }
            else if (await LookAsync(stoppingToken) is { } backlog)
            {
                measures.Waiting(backlog);
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async Task<AuditBacklog?> LookAsync(CancellationToken stopping)
    {
        try
        {
            return await log.BacklogAsync(stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            Log.BacklogUnknown(logger, exception); // Whatever it was: the next look tells.
            return null;
        }
    }
}
