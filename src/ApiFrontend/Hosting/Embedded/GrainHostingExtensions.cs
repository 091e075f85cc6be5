using LoApi.Silo;

namespace LoApi.ApiFrontend.Hosting;

internal static class GrainHostingExtensions
{
    /// <summary>Runs the grains in this process too.</summary>
    public static void AddGrains(this WebApplicationBuilder builder) => builder.AddSilo();

    /// <summary>Whether this process runs grains: in this distribution it always does.</summary>
    public static bool RunsGrains(IConfiguration _) => true;
}
