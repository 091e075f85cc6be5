using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LoApi.Silo;

/// <summary>Hosts the grains in this process, on an Orleans silo that is a cluster of its own.</summary>
public static class SiloHosting
{
    /// <summary>Adds the grains, their storage and the silo that runs them.</summary>
    public static void AddSilo(this IHostApplicationBuilder builder)
    {
        builder.AddSiloServices(migratesAtStart: true);
        builder.AddSiloEndpoints();
        builder.Services.AddCrossingExceptions();
        builder.UseOrleans(silo =>
        {
            silo.UseLonelyEndpoints();
            silo.AddActivityPropagation(); // What is traced is traced through grains.
        });
        builder.Services.AddHostedService<MembershipMeasures>();
        builder.AddSchedules();
    }
}
