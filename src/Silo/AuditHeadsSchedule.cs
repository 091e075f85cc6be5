using LoApi.Storage.Audit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LoApi.Silo;

/// <summary>Writes the heads of the audit log to their file every <see cref="AuditOptions.HeadsInterval"/>, and at the end.</summary>
internal sealed class AuditHeadsSchedule(AuditHeadsFile heads, TimeProvider time, IOptions<AuditOptions> options) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        heads.Write();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(options.Value.HeadsInterval, time, stoppingToken);
            heads.Write();
        }
    }
}
