using LoApi.Grains;
using Microsoft.Extensions.Hosting;

namespace LoApi.Silo;

/// <summary>Hosts the grains in this process, on the embedded runtime.</summary>
public static class SiloHosting
{
    /// <summary>Adds the grains, their storage and the runtime that runs them.</summary>
    public static void AddSilo(this IHostApplicationBuilder builder)
    {
        builder.AddSiloServices(migratesAtStart: true);
        builder.Services.AddEmbeddedGrains(options => options.Assemblies.Add(typeof(GrainServices).Assembly));
        builder.AddSchedules();
    }
}
