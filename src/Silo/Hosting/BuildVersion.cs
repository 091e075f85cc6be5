using System.Reflection;

namespace LoApi.Silo;

/// <summary>The version that was built, as logs, traces and error reports name it.</summary>
internal static class BuildVersion
{
    /// <summary>Version and commit, such as <c>1.2.0+3e544af</c>.</summary>
    public static string Current { get; } =
        typeof(BuildVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
