using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace LoApi.Reliability.Tests.Simulation.Database;

/// <summary>
/// A statement. It is executed at once: who calls it through Dapper must not wait, for that would lead off the
/// simulation's thread. Time passes where connections are opened, rows are written and transactions committed.
/// </summary>
internal sealed class SimulatedCommand(SimulatedConnection connection, SqliteCommand inner) : DbCommand
{
    [AllowNull]
    public override string CommandText
    {
        get => inner.CommandText;
        set => inner.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => inner.CommandTimeout;
        set => inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => inner.CommandType;
        set => inner.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    /// <summary>The command underneath.</summary>
    public SqliteCommand Inner => inner;

    public SimulatedConnection Sender => connection;

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => connection.Transaction;
        set => inner.Transaction = ((SimulatedTransaction?)value)?.Inner;
    }

    public override int ExecuteNonQuery()
    {
        var faults = connection.Server.Faults;
        if (CommandText.Contains("SAVEPOINT", StringComparison.Ordinal))
        {
            connection.Use(faults.OfSavepoint());
        }
        else
        {
            connection.Use(faults.OfWriting());
            connection.Server.SettlePending();
        }

        return inner.ExecuteNonQuery();
    }

    public override object? ExecuteScalar()
    {
        connection.Use(connection.Server.Faults.OfReading());
        return inner.ExecuteScalar();
    }

    public override void Cancel() => inner.Cancel();

    public override void Prepare()
    {
    }

    protected override DbParameter CreateDbParameter() => inner.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        connection.Use(connection.Server.Faults.OfReading());
        return inner.ExecuteReader(behavior);
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
