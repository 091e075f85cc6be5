using LoApi.Grains;
using LoApi.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace LoApi.Silo;

/// <summary>What a silo holds in either distribution: storage, the grains' services, a database that is ready.</summary>
internal static class SiloServices
{
    public static void AddSiloServices(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DatabasePreparationOptions>()
            .BindConfiguration(DatabasePreparationOptions.Section)
            .PostConfigure(options => options.DemonstrationData ??= builder.Environment.IsDevelopment())
            .ValidateOnStart();
        builder.Services.AddSingleton<DemonstrationClient>();
        builder.Services.AddHostedService<DatabasePreparation>();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddGrainServices();
        builder.Services.AddKeyedSingleton<IGrainStorage, DatabaseGrainStorage>(GrainServices.StateStorage);
    }
}
