using LoApi.Silo;

namespace LoApi.ApiFrontend.Hosting;

internal static class CoHostedSiloExtensions
{
    /// <summary>Runs the grains in this process too.</summary>
    public static void AddCoHostedSilo(this WebApplicationBuilder builder) => builder.AddSilo();
}
