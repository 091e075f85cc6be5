using LoApi.Grains;
using LoApi.Storage;
using LoApi.Storage.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace LoApi.Silo;

/// <summary>What a silo holds in either distribution: storage, the grains' services, a database that is ready.</summary>
internal static class SiloServices
{
    public static void AddSiloServices(this IHostApplicationBuilder builder, bool migratesAtStart)
    {
        builder.Services.AddOptions<DatabasePreparationOptions>()
            .BindConfiguration(DatabasePreparationOptions.Section)
            .PostConfigure(options => options.MigrateAtStart ??= migratesAtStart)
            .PostConfigure(options => options.DemonstrationData ??= builder.Environment.IsDevelopment())
            .Validate(
                options => options.SchemaTimeout >= TimeSpan.Zero && options.SchemaTimeout <= TimeSpan.FromHours(1),
                "Storage:SchemaTimeout lies between 00:00:00 and 01:00:00.")
            .ValidateOnStart();
        builder.Services.AddSingleton<DemonstrationClient>();
        builder.Services.AddSingleton<SchemaWait>();
        builder.Services.AddHostedService<DatabasePreparation>();
        builder.Services.AddStorage(builder.Configuration);
        builder.AddAuditLog();
        builder.Services.AddGrainServices();
        builder.Services.AddKeyedSingleton<IGrainStorage, DatabaseGrainStorage>(GrainServices.StateStorage);
    }

    /// <summary>What calls grains by the clock; after the runtime that it calls.</summary>
    public static void AddSchedules(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<PayoffExpirySchedule>();
        builder.Services.AddHostedService<AuditStreamSchedule>();
        builder.Services.AddHostedService<PruningSchedule>();
    }

    private static void AddAuditLog(this IHostApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddOptions<AuditOptions>().PostConfigure(audit => audit.Key ??= DevelopmentAuditKey.ReadOrCreate());
        }

        builder.Services.AddAuditChain();
        builder.Services.AddHostedService<AuditHeadsSchedule>();
        builder.Services.AddHostedService<AuditBacklogWatch>();
    }
}
