using LoApi.Grains.Calendar;
using LoApi.Payoffs;
using LoApi.Storage.Payoffs;
using Microsoft.Extensions.Options;

namespace LoApi.Grains.Payoffs;

/// <summary>Finds the payoffs that are overdue and asks each to expire, so that its own grain stays the only writer of its row.</summary>
internal sealed class PayoffExpiryGrain(OverduePayoffs overdue, BusinessClock clock, IOptions<PayoffOptions> options)
    : Grain, IPayoffExpiryGrain
{
    public async Task<bool> SweepAsync()
    {
        var batch = options.Value.ExpiryBatch;
        var ids = await overdue.ListAsync(clock.Today, batch, CancellationToken.None);

        // All at once: they share commits.
        var expired = await Task.WhenAll(ids.Select(id => GrainFactory.GetGrain<IPayoffGrain>(id).ExpireAsync()));
        return ids.Length == batch && expired.Any(didExpire => didExpire);
    }
}
