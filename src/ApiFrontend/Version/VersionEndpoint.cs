using LoApi.ApiFrontend.Representations;

namespace LoApi.ApiFrontend.Version;

internal static class VersionEndpoint
{
    /// <summary><c>/version</c>: what is running.</summary>
    public static void MapVersion(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/version", () => new Representation<VersionReport>(VersionReport.Current, ApiJson.Contract.VersionReport))
            .WithName("GetVersion")
            .WithTags("Service")
            .WithSummary("The version that is running.");
}
