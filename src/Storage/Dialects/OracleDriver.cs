using System.Data.Common;

namespace LoApi.Storage.Dialects;

/// <summary>
/// Finds Oracle's managed driver at run time, by the names that its own documentation gives: nothing here compiles
/// against it, so that the embedded distribution restores without it.
/// </summary>
internal static class OracleDriver
{
    public const string InvariantName = "Oracle.ManagedDataAccess.Client";
    private const string FactoryType = "Oracle.ManagedDataAccess.Client.OracleClientFactory, Oracle.ManagedDataAccess";

    /// <summary>The driver's factory: the registered one, else the assembly's own. Throws <see cref="DriverMissingException"/>.</summary>
    public static DbProviderFactory Find() =>
        DbProviderFactories.TryGetFactory(InvariantName, out var registered)
            ? registered
            : Type.GetType(FactoryType, throwOnError: false)?.GetField("Instance")?.GetValue(null) as DbProviderFactory
                ?? throw new DriverMissingException(
                    "Storage:Provider is 'Oracle', and its driver is not here: put Oracle.ManagedDataAccess.dll " +
                    "(package Oracle.ManagedDataAccess.Core) beside the application, or build the Cluster distribution.");
}
