using System.Reflection;
using System.Runtime.Loader;

namespace LoApi.Storage.Tests.Oracle;

/// <summary>A copy of the storage that finds another driver than the tests' own process: the stand-in's folder is beside it.</summary>
internal sealed class DriverContext() : AssemblyLoadContext("Oracle", isCollectible: true)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "oracle-stand-in");

    public Assembly Storage => LoadFromAssemblyName(new AssemblyName("LoApi.Storage"));

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        "LoApi.Storage" => LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "LoApi.Storage.dll")),
        "Oracle.ManagedDataAccess" => LoadFromAssemblyPath(Path.Combine(Folder, "Oracle.ManagedDataAccess.dll")),
        _ => null,
    };
}
