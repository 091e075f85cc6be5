using LoApi.Grains;
using LoApi.Grains.Payoffs;
using LoApi.Payoffs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.Silo;

/// <summary>
/// Sets the pace of the expiry sweep: at start, so that no restart skips a day, and then every
/// <see cref="PayoffOptions.ExpiryInterval"/>. Every silo does; the one grain that sweeps takes their calls in turn, and
/// one that comes after another finds nothing left.
/// </summary>
internal sealed class PayoffExpirySchedule(
    IGrainFactory grains,
    [FromKeyedServices(GrainServices.BusinessTime)] TimeProvider time,
    IOptions<PayoffOptions> options,
    ILogger<PayoffExpirySchedule> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await SweepAsync(stoppingToken);
            await Task.Delay(options.Value.ExpiryInterval, time, stoppingToken);
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        try
        {
            while (await grains.GetGrain<IPayoffExpiryGrain>(0).SweepAsync().WaitAsync(stopping))
            {
                stopping.ThrowIfCancellationRequested();
            }
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            Log.ExpiryFailed(logger, exception); // The next round meets the same payoffs again.
        }
    }
}
