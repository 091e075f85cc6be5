using System.Collections;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using System.Reflection;
using LoApi.Storage.Migrations;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Dialects;

/// <summary>Oracle: writes are single-row statements with arrays bound to them, executed on the server row by row.</summary>
internal sealed class OracleDialect : IDialect
{
    private const int ErrorsInArray = 24381;
    private const int CancelRequested = 1013;
    private const string Module = "LoApi";
    private const int LongestTag = 64; // Bytes, of CLIENT_IDENTIFIER and CLIENT_INFO; what stands there is ASCII.

    private readonly int _lockTimeoutSeconds;

    public OracleDialect(StorageOptions options)
        : this(OracleDriver.Find(), options)
    {
    }

    internal OracleDialect(DbProviderFactory driver, StorageOptions options)
    {
        Factory = driver;
        _lockTimeoutSeconds = options.LockTimeoutSeconds;
        var builder = Factory.CreateConnectionStringBuilder() ?? new DbConnectionStringBuilder();
        builder.ConnectionString = options.ConnectionString;
        builder["Connection Timeout"] = options.ConnectTimeoutSeconds;
        builder["Max Pool Size"] = options.MaxReaders + options.EffectiveWriters + DatabaseHeadroom.Connections;
        ConnectionString = builder.ConnectionString;
    }

    public StorageProvider Provider => StorageProvider.Oracle;

    public DbProviderFactory Factory { get; }

    public string ConnectionString { get; }

    public bool HasOneWriter => false;

    public bool AddsConstraints => true;

    public string Paging => "FETCH FIRST :row_limit ROWS ONLY";

    public string? ReleaseSavepoint => null;

    // Oracle waits for a row's lock without a bound of its own: WAIT n is of SELECT ... FOR UPDATE and DDL_LOCK_TIMEOUT of
    // DDL, and neither helps who inserts a key that another has inserted and not committed. The bound is the timeout of
    // the statement, which is why that of a single row is the shorter one; see ExecuteAsync. The driver ends it as if
    // somebody had cancelled it, by ORA-01013, which is told apart here: of all statements only a write waits for locks.
    // https://docs.oracle.com/en/database/oracle/oracle-database/21/odpnt/CommandCommandTimeout.html
    public string? LockTimeout(int milliseconds) => null;

    public string ColumnType(ColumnKind kind, int length) => kind switch
    {
        ColumnKind.Text => string.Create(CultureInfo.InvariantCulture, $"VARCHAR2({length} CHAR)"),
        ColumnKind.Clob => "CLOB",
        ColumnKind.Uuid => "VARCHAR2(36 CHAR)",
        ColumnKind.Instant => "TIMESTAMP(6)",
        ColumnKind.Date => "DATE",
        ColumnKind.Money => "NUMBER(15, 2)",
        ColumnKind.Bool => "NUMBER(1)",
        ColumnKind.Int => "NUMBER(10)",
        _ => "NUMBER(19)",
    };

    public string Statement(RowShape shape) => shape.Action switch
    {
        RowAction.Insert => SingleRowSql.Insert(shape),
        RowAction.Update => SingleRowSql.Update(shape),
        RowAction.Delete => SingleRowSql.Delete(shape),
        _ => Merge(shape),
    };

    public async Task<int> ExecuteAsync(DbCommand command, RowShape shape, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        Prepare(command);
        if (rows.Count > 1 && SetIfThere(command, "ArrayBindCount", rows.Count))
        {
            for (var i = 0; i < shape.Bound.Length; i++)
            {
                var parameter = NewParameter(command, shape.Bound[i]);
                SetType(parameter, shape.Bound[i].Kind);
                parameter.Value = rows.Select(row => Value(shape.Bound[i].Kind, row[i])).ToArray();
            }

            return await ExecuteAsync(command, cancellation);
        }

        foreach (var column in shape.Bound)
        {
            NewParameter(command, column);
        }

        // What takes a single row so long is somebody's lock.
        command.CommandTimeout = Math.Min(command.CommandTimeout, _lockTimeoutSeconds);
        var touched = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                Bind(command.Parameters[i], shape.Bound[i].Kind, row[i]);
            }

            touched += await ExecuteAsync(command, cancellation);
        }

        return touched;
    }

    public void Prepare(DbCommand command)
    {
        SetIfThere(command, "BindByName", true);

        // -1: a CLOB comes whole with its row instead of by a round trip of its own.
        SetIfThere(command, "InitialLOBFetchSize", -1);
    }

    public void Bind(DbParameter parameter, ColumnKind kind, object? value)
    {
        SetType(parameter, kind);
        parameter.Value = Value(kind, value);
    }

    // https://docs.oracle.com/en/error-help/db/
    public StorageFault Classify(Exception exception) => exception switch
    {
        LockWaitException => StorageFault.Locked,
        DbException database => Number(database) switch
        {
            1 => StorageFault.UniqueViolation,
            60 or 8177 or 4068 => StorageFault.Transient,
            54 or 30006 => StorageFault.Locked,
            CancelRequested => StorageFault.Cancelled,
            2290 or 2291 or 2292 => StorageFault.Integrity,
            12899 or 1438 or 1400 or 1407 => StorageFault.Validation,
            28000 or 1017 => StorageFault.Credentials,
            28 or 603 or 2396 or 3113 or 3114 or 3135 or 3150 or 12153 or 12170 or 12514 or 12516 or 12518 or 12520 or 12528 or 12537 or 12541 or 12543 or 12545 or 12547 or 12560
                or 12571 or 12592 or 1012 or 1033 or 1034 or 1089 or 1090 or 1092 or 25408 or 25401 or 50000 => StorageFault.Unavailable,
            _ => StorageFault.Unexpected,
        },
        TimeoutException => StorageFault.Cancelled,
        SocketException or IOException => StorageFault.Unavailable,
        _ => StorageFault.Unexpected,
    };

    public async Task SetUpSessionAsync(DbConnection connection, CancellationToken cancellation)
    {
        // The driver sets sorting by the client's culture; a keyset needs the binary one.
        await using var command = connection.CreateCommand();
        command.CommandText = "ALTER SESSION SET TIME_ZONE = 'UTC' NLS_SORT = 'BINARY' NLS_COMP = 'BINARY'";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    // The driver sends them with the next statement. They are the columns MODULE, ACTION, CLIENT_IDENTIFIER and CLIENT_INFO
    // of V$SESSION; the first two are in AWR and in the active session history too. Closing a connection empties them.
    public void Tag(DbConnection connection, SessionTag tag)
    {
        SetIfThere(connection, "ModuleName", Module);
        SetIfThere(connection, "ActionName", tag.Action);
        SetIfThere(connection, "ClientId", Cut(tag.ClientId));
        SetIfThere(connection, "ClientInfo", Cut(tag.RequestId));
    }

    public void ClearPool(DbDataSource source)
    {
        using var connection = source.CreateConnection();
        try
        {
            connection.GetType().GetMethod("ClearPool", [connection.GetType()])?.Invoke(null, [connection]);
        }
        catch (TargetInvocationException refused) when (refused.InnerException is DbException or InvalidOperationException)
        {
            // The driver knows no pool by this connection string: none was opened yet, so there is none to clear.
        }
    }

    public Task<MigrationSession> LockMigrationsAsync(DbDataSource source, StorageOptions options, CancellationToken cancellation) =>
        OracleMigrationSession.OpenAsync(source, options.MigrationTimeoutSeconds, cancellation);

    /// <summary>
    /// The ORA number of an exception; 0 where it has none. ORA-24381 says only that rows of an array failed: then it is
    /// the number of the first of them.
    /// </summary>
    internal static int Number(DbException exception)
    {
        var number = NumberOf(exception);
        return number == ErrorsInArray && exception.GetType().GetProperty("Errors")?.GetValue(exception) is IEnumerable errors
            ? errors.Cast<object>().Select(NumberOf).FirstOrDefault(inner => inner is not (0 or ErrorsInArray), number)
            : number;
    }

    private static async Task<int> ExecuteAsync(DbCommand command, CancellationToken cancellation)
    {
        try
        {
            return await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (DbException exception) when (Number(exception) == CancelRequested && !cancellation.IsCancellationRequested)
        {
            throw new LockWaitException(exception);
        }
    }

    private static int NumberOf(object error) => error.GetType().GetProperty("Number")?.GetValue(error) as int? ?? 0;

    private static string Merge(RowShape shape)
    {
        var source = string.Join(", ", shape.Columns.Select(column => $":{column.Parameter} AS {column.Name}"));
        var matched = string.Join(" AND ", shape.Keys.Select(column => $"t.{column.Name} = r.{column.Name}"));
        var changed = string.Join(", ", SingleRowSql.Changed(shape).Select(column => $"{column.Name} = r.{column.Name}"));
        return
            $"""
            MERGE INTO {shape.Table} t
            USING (SELECT {source} FROM DUAL) r
            ON ({matched})
            {(changed.Length == 0 ? "" : $"WHEN MATCHED THEN UPDATE SET {changed}")}
            WHEN NOT MATCHED THEN INSERT ({SingleRowSql.Names(shape.Columns)})
            VALUES ({SingleRowSql.Names(shape.Columns, "r.")})
            """;
    }

    private static DbParameter NewParameter(DbCommand command, Column column)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = column.Parameter;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static void SetType(DbParameter parameter, ColumnKind kind)
    {
        parameter.DbType = kind switch
        {
            ColumnKind.Instant => DbType.DateTime,
            ColumnKind.Date => DbType.Date,
            ColumnKind.Money => DbType.Decimal,
            ColumnKind.Bool => DbType.Int16,
            ColumnKind.Int => DbType.Int32,
            ColumnKind.Long => DbType.Int64,
            _ => DbType.String,
        };

        // DbType knows no CLOB, and a string is cut off at 4,000 bytes where the server has no extended strings.
        if (kind == ColumnKind.Clob && parameter.GetType().GetProperty("OracleDbType") is { } type)
        {
            type.SetValue(parameter, Enum.Parse(type.PropertyType, "Clob"));
        }
    }

    private static object Value(ColumnKind kind, object? value) => (kind, value) switch
    {
        (_, null) => DBNull.Value,
        (ColumnKind.Uuid, Guid id) => id.ToString("D"),
        (ColumnKind.Instant, DateTimeOffset instant) => DateTime.SpecifyKind(instant.UtcDateTime, DateTimeKind.Unspecified),
        (ColumnKind.Date, DateOnly date) => date.ToDateTime(TimeOnly.MinValue),
        (ColumnKind.Bool, bool flag) => (short)(flag ? 1 : 0),
        _ => value,
    };

    private static string Cut(string? text) => text is null ? "" : text.Length <= LongestTag ? text : text[..LongestTag];

    private static bool SetIfThere(object target, string property, object value)
    {
        if (target.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance) is not { CanWrite: true } found)
        {
            return false;
        }

        found.SetValue(target, value);
        return true;
    }
}
