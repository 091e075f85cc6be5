using LoApi.Caching;
using LoApi.Grains.Calendar;
using LoApi.Grains.Idempotency;
using LoApi.Grains.Payoffs;
using LoApi.Grains.Pruning;
using LoApi.Grains.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Grains;

/// <summary>What the grains need beside storage.</summary>
public static class GrainServices
{
    /// <summary>The key of the <see cref="TimeProvider"/> that says what day it is for payoffs; the system's by default.</summary>
    public const string BusinessTime = "business";

    /// <summary>The name of the grain storage that keeps state that is no business data.</summary>
    public const string StateStorage = "loapi";

    /// <summary>Adds the grains' options (<c>Cache</c>, <c>Payoffs</c>, <c>Idempotency</c>), validated at start, and their clock.</summary>
    public static IServiceCollection AddGrainServices(this IServiceCollection services)
    {
        services.AddCacheOptions();
        services.AddOptions<PayoffOptions>()
            .BindConfiguration(PayoffOptions.Section)
            .Validate(options => options.Section504NoticeDays is >= 0 and <= 365, "Payoffs:Section504NoticeDays lies between 0 and 365.")
            .Validate(options => Enum.IsDefined(options.Section504ClosedDay), "Payoffs:Section504ClosedDay is none of Next, Previous, Reject.")
            .Validate(options => options.Section7aNoticeDays is >= 0 and <= 365, "Payoffs:Section7aNoticeDays lies between 0 and 365.")
            .Validate(
                options => options.ExpiryInterval >= TimeSpan.FromMinutes(1) && options.ExpiryInterval <= TimeSpan.FromDays(1),
                "Payoffs:ExpiryInterval lies between 00:01:00 and 1.00:00:00.")
            .Validate(options => options.ExpiryBatch is >= 1 and <= 1_000, "Payoffs:ExpiryBatch lies between 1 and 1000.")
            .ValidateOnStart();
        services.AddOptions<PruningOptions>()
            .BindConfiguration(PruningOptions.Section)
            .Validate(
                options => options.Retention >= TimeSpan.FromDays(1) && options.Retention <= TimeSpan.FromDays(90),
                "Idempotency:Retention lies between 1.00:00:00 and 90.00:00:00.")
            .Validate(
                options => options.TombstoneRetention >= TimeSpan.FromDays(30) && options.TombstoneRetention <= TimeSpan.FromDays(3_650)
                    && options.TombstoneRetention > options.Retention,
                "Idempotency:TombstoneRetention lies between 30.00:00:00 and 3650.00:00:00, and is longer than Idempotency:Retention.")
            .Validate(
                options => options.PruneInterval >= TimeSpan.FromSeconds(1) && options.PruneInterval <= TimeSpan.FromHours(1),
                "Idempotency:PruneInterval lies between 00:00:01 and 01:00:00.")
            .Validate(options => options.PruneSlice is >= 1 and <= SliceSize.Most, "Idempotency:PruneSlice lies between 1 and 5000.")
            .ValidateOnStart();
        services.AddKeyedSingleton(BusinessTime, TimeProvider.System);
        services.AddSingleton<BusinessClock>();
        services.AddSingleton<LoanCheck>();
        services.AddSingleton<RecordedAnswers>();
        services.AddSingleton<SpentTokens>();
        services.AddSingleton<StatsTurns>();
        return services;
    }
}
