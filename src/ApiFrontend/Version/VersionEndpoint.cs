using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Representations;

namespace LoApi.ApiFrontend.Version;

internal static class VersionEndpoint
{
    /// <summary><c>/version</c>: what is running.</summary>
    public static void MapVersion(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/version", () => new Representation<VersionReport>(VersionReport.Current, ApiJson.Contract.VersionReport))
            .WithName("GetVersion")
            .WithTags("Service")
            .WithExample(new VersionReport("LoApi", "0.1.0", "Embedded", ".NET 10.0.0"), ApiJson.Contract.VersionReport)
            .WithDescription("For operators; needs no credentials.")
            .WithSummary("The version that is running.");
}
