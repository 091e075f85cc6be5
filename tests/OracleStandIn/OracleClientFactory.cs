using System.Data.Common;

namespace Oracle.ManagedDataAccess.Client;

/// <summary>What LoApi and Orleans look for by name. There is no server behind it.</summary>
public sealed class OracleClientFactory : DbProviderFactory
{
    /// <summary>The one instance, which is a field in Oracle's driver too.</summary>
    public static readonly OracleClientFactory Instance = new();

    private OracleClientFactory()
    {
    }

    /// <inheritdoc/>
    public override DbConnection CreateConnection() => new OracleConnection();

    /// <inheritdoc/>
    public override DbConnectionStringBuilder CreateConnectionStringBuilder() => new OracleConnectionStringBuilder();
}
