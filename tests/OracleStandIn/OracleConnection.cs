using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Oracle.ManagedDataAccess.Client;

/// <summary>A connection that finds no listener.</summary>
public sealed class OracleConnection : DbConnection
{
    /// <inheritdoc/>
    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    /// <inheritdoc/>
    public override string Database => "";

    /// <inheritdoc/>
    public override string DataSource => "";

    /// <inheritdoc/>
    public override string ServerVersion => throw new InvalidOperationException();

    /// <inheritdoc/>
    public override ConnectionState State => ConnectionState.Closed;

    /// <inheritdoc/>
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Close()
    {
        // It never was open.
    }

    /// <inheritdoc/>
    public override void Open() => throw new OracleException(12541, $"Cannot connect. No listener: {ConnectionString}");

    /// <inheritdoc/>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new InvalidOperationException();

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand() => throw new InvalidOperationException();
}
