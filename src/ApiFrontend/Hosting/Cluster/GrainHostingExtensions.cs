using LoApi.Silo;

namespace LoApi.ApiFrontend.Hosting;

internal static class GrainHostingExtensions
{
    /// <summary>Runs the grains in this process too, or reaches those of a cluster: <see cref="ClusterClientOptions.Mode"/>.</summary>
    public static void AddGrains(this WebApplicationBuilder builder)
    {
        builder.AddClusterClientOptions();
        if (ClusterClientOptions.IsClient(builder.Configuration))
        {
            builder.AddClusterClient();
        }
        else
        {
            builder.AddSilo();
            builder.Services.AddSingleton<IOutgoingGrainCallFilter, RepeatedCalls>(); // Of this process, whose grains' calls it passes over.
        }
    }

    /// <summary>Whether this process runs grains.</summary>
    public static bool RunsGrains(IConfiguration configuration) => !ClusterClientOptions.IsClient(configuration);
}
