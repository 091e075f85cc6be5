using System.Data.Common;
using System.Reflection;
using LoApi.Storage;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace LoApi.Silo;

/// <summary>The database in which the silos of a cluster find each other, and front ends find silos.</summary>
/// <param name="Invariant">The driver, by the name that Orleans knows it by.</param>
/// <param name="ConnectionString">How the database is reached; with a small pool of its own.</param>
public sealed record MembershipDatabase(string Invariant, string ConnectionString)
{
    // As Orleans' AdoNetInvariants have them: Oracle by the name of its older driver, though the managed one is loaded.
    private const string Oracle = "Oracle.DataAccess.Client";
    private const string PostgreSql = "Npgsql";

    private const string OracleAssembly = "Oracle.ManagedDataAccess";
    private const string OracleConnectTimeout = "Connection Timeout";
    private const int Connections = 8;
    private const int ConnectSeconds = 5;

    /// <summary>
    /// Whether the configuration has such a database. SQLite is none: there a silo is a cluster of its own, for
    /// development.
    /// </summary>
    public static bool Exists(IConfiguration configuration) => Provider(configuration) is not StorageProvider.Sqlite;

    /// <summary>What keeps the configured database from being used, as a sentence; null where nothing does.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        if (Provider(configuration) is StorageProvider.Oracle)
        {
            try
            {
                Assembly.Load(OracleAssembly);
            }
            catch (FileNotFoundException)
            {
                return "Storage:Provider is 'Oracle', and its driver is not here: put Oracle.ManagedDataAccess.dll (package Oracle.ManagedDataAccess.Core) beside the application.";
            }
        }

        try
        {
            _ = Read(configuration);
            return null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The driver names the keyword that it stumbled over, not its value: what may be a password stays unsaid.
            return $"Cluster:ConnectionString, or Storage:ConnectionString in its place, cannot be read as one of '{configuration[ProviderKey]}': {unreadable.Message}";
        }
    }

    /// <summary>Reads <c>Storage:Provider</c>, and <c>Cluster:ConnectionString</c> or else <c>Storage:ConnectionString</c>.</summary>
    public static MembershipDatabase Read(IConfiguration configuration)
    {
        var text = configuration[$"{ClusterSettings.Section}:{nameof(ClusterSettings.ConnectionString)}"]
            ?? configuration[$"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}"]
            ?? "";
        if (Provider(configuration) is StorageProvider.Oracle)
        {
            var oracle = new DbConnectionStringBuilder { ConnectionString = text };
            oracle["Max Pool Size"] = Connections;
            oracle[OracleConnectTimeout] = ConnectSeconds;
            return new(Oracle, oracle.ConnectionString);
        }

        var postgres = new NpgsqlConnectionStringBuilder(text) { MaxPoolSize = Connections, Timeout = ConnectSeconds, CommandTimeout = 10 };
        postgres.ApplicationName ??= "loapi-membership";
        return string.IsNullOrWhiteSpace(postgres.Host)
            ? throw new FormatException("Host is missing.")
            : new(PostgreSql, postgres.ConnectionString);
    }

    private static string ProviderKey => $"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}";

    // What is no provider at all is refused where Storage's own settings are read.
    private static StorageProvider Provider(IConfiguration configuration) =>
        Enum.TryParse<StorageProvider>(configuration[ProviderKey], ignoreCase: true, out var provider) ? provider : StorageProvider.Sqlite;
}
