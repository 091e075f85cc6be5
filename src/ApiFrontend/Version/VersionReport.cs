using System.Reflection;
using System.Runtime.InteropServices;

namespace LoApi.ApiFrontend.Version;

/// <summary>What is running.</summary>
/// <param name="Name">The service.</param>
/// <param name="Version">Its version, with the commit where the build knew it.</param>
/// <param name="Distribution"><c>Embedded</c> or <c>Cluster</c>.</param>
/// <param name="Runtime">The .NET runtime.</param>
internal sealed record VersionReport(string Name, string Version, string Distribution, string Runtime)
{
    private static readonly Assembly Program = typeof(VersionReport).Assembly;

    /// <summary>This process.</summary>
    public static VersionReport Current { get; } = new(
        "LoApi",
        Program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        Program.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Distribution").Value!,
        RuntimeInformation.FrameworkDescription);
}
