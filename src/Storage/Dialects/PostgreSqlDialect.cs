using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using LoApi.Storage.Migrations;
using LoApi.Storage.Sql;
using Npgsql;
using NpgsqlTypes;

namespace LoApi.Storage.Dialects;

/// <summary>PostgreSQL: writes go as one array per column, whatever the number of rows.</summary>
internal sealed class PostgreSqlDialect : IDialect
{
    // Any number that no other application in the same database uses: "LoApi" in ASCII.
    private const long MigrationLock = 0x4C_6F_41_70_69;

    // The price of any page on a disk without heads. What matters is that rows which are asked for in the order of an index
    // come by that index: only such a scan notes which of its entries are dead. By the default, which is that of spinning
    // disks, the outbox was read by bitmap and sorted, and everything that had gone through it since the last VACUUM with it.
    private const string PageCost = "1.1";

    // Statements that a connection keeps planned at most; the ones used least give way.
    private const int PreparedStatements = 100;

    // Nothing here thinks that long between two statements of a transaction.
    private const int LongestIdleSeconds = 10;

    public PostgreSqlDialect(StorageOptions options)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        if (string.IsNullOrWhiteSpace(builder.Host))
        {
            throw new FormatException("Host is missing.");
        }

        builder.Timeout = options.ConnectTimeoutSeconds;
        builder.CommandTimeout = options.CommandTimeoutSeconds;
        builder.MaxPoolSize = options.MaxReaders + options.EffectiveWriters + DatabaseHeadroom.Connections;
        builder.ApplicationName ??= "loapi";

        // Told at the start of a session, it costs no round trip per transaction. It must end a wait before the statement's
        // own timeout does: that one takes the whole transaction with it.
        var lockTimeout = Math.Min(options.LockTimeoutSeconds * 1000, options.CommandTimeoutSeconds * 900);

        // A process that stands still, or whose machine or network died, leaves its transaction open, and the rows that it
        // locked: for hours, were it left to TCP to notice.
        var idleTimeout = Math.Max(options.CommandTimeoutSeconds, LongestIdleSeconds) * 1000;

        // In front of what is configured, which may say otherwise.
        builder.Options = string.Create(
            CultureInfo.InvariantCulture,
            $"-c random_page_cost={PageCost} {builder.Options} -c lock_timeout={lockTimeout} -c idle_in_transaction_session_timeout={idleTimeout}");

        // Sessions here keep nothing that the next one to use the connection could meet: settings and locks are a transaction's.
        builder.NoResetOnClose = true;

        // What is asked again and again is planned once for each connection: of a list with its joins that is half of the work.
        if (builder.MaxAutoPrepare == 0)
        {
            builder.MaxAutoPrepare = PreparedStatements;
        }

        ConnectionString = builder.ConnectionString;
    }

    public StorageProvider Provider => StorageProvider.PostgreSql;

    public DbProviderFactory Factory => NpgsqlFactory.Instance;

    public string ConnectionString { get; }

    public bool HasOneWriter => false;

    public bool AddsConstraints => true;

    public bool HasBatches => true;

    public string Paging => "FETCH FIRST :row_limit ROWS ONLY";

    public string? ReleaseSavepoint => "RELEASE SAVEPOINT change_set";

    public string? LockTimeout(int milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = {milliseconds}");

    public string ColumnType(ColumnKind kind, int length) => kind switch
    {
        ColumnKind.Text => string.Create(CultureInfo.InvariantCulture, $"""varchar({length}) COLLATE "C" """).TrimEnd(),
        ColumnKind.Clob => "text",
        ColumnKind.Uuid => """varchar(36) COLLATE "C" """.TrimEnd(),
        ColumnKind.Instant => "timestamp(6) without time zone",
        ColumnKind.Date => "date",
        ColumnKind.Money => "numeric(15, 2)",
        ColumnKind.Bool => "smallint",
        ColumnKind.Int => "integer",
        _ => "bigint",
    };

    public string Statement(RowShape shape)
    {
        var arrays = string.Join(", ", shape.Bound.Select(column => ":" + column.Parameter));
        var names = string.Join(", ", shape.Bound.Select(column => column.Parameter));
        var matched = string.Join(" AND ", shape.Keys.Select(column => $"t.{column.Name} = r.{column.Parameter}"));
        var insert =
            $"""
            INSERT INTO {shape.Table} ({SingleRowSql.Names(shape.Columns)})
            SELECT {SingleRowSql.Names(shape.Columns, "r.")}
            FROM unnest({arrays}) AS r ({names})
            """;
        return shape.Action switch
        {
            RowAction.Insert => insert,
            RowAction.Update =>
                $"""
                UPDATE {shape.Table} t
                SET {string.Join(", ", shape.Columns.Select(column => $"{column.Name} = r.{column.Parameter}"))}
                FROM unnest({arrays}) AS r ({names})
                WHERE {matched}
                """,
            RowAction.Delete =>
                $"""
                DELETE FROM {shape.Table} t
                USING unnest({arrays}) AS r ({names})
                WHERE {matched}
                """,
            _ => Upsert(shape, insert),
        };
    }

    public async Task<int> ExecuteAsync(DbCommand command, RowShape shape, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        Bind(command.Parameters, shape, rows);

        // Npgsql keeps what was prepared with the pooled connection: the next batch finds it there.
        await command.PrepareAsync(cancellation);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public void Bind(DbParameterCollection parameters, RowSet rows) => Bind(parameters, rows.Shape, rows.Values);

    public void Prepare(DbCommand command)
    {
        // Nothing to ready.
    }

    public void Bind(DbParameter parameter, ColumnKind kind, object? value)
    {
        var typed = (NpgsqlParameter)parameter;
        typed.NpgsqlDbType = TypeOf(kind);
        typed.Value = (kind, value) switch
        {
            (_, null) => DBNull.Value,
            (ColumnKind.Uuid, Guid id) => id.ToString("D"),
            (ColumnKind.Instant, DateTimeOffset instant) => Timestamp(instant),
            (ColumnKind.Bool, bool flag) => (short)(flag ? 1 : 0),
            _ => value,
        };
    }

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    public StorageFault Classify(Exception exception) => exception switch
    {
        PostgresException { SqlState: var state } => state switch
        {
            PostgresErrorCodes.UniqueViolation => StorageFault.UniqueViolation,
            "40001" or "40P01" => StorageFault.Transient, // serialization, deadlock
            "55P03" => StorageFault.Locked, // lock not available
            "57014" => StorageFault.Cancelled,
            "25006" => StorageFault.Unavailable, // read-only: a replica that has not been promoted yet
            _ => state[..2] switch
            {
                "23" => StorageFault.Integrity,
                "22" => StorageFault.Validation,
                "28" => StorageFault.Credentials,
                "08" or "53" or "57" or "58" or "3D" => StorageFault.Unavailable,
                _ => StorageFault.Unexpected,
            },
        },
        NpgsqlException { InnerException: TimeoutException } or TimeoutException => StorageFault.Cancelled,
        NpgsqlException { InnerException: IOException or SocketException } => StorageFault.Unavailable,
        NpgsqlException { IsTransient: true } => StorageFault.Unavailable,
        SocketException or IOException => StorageFault.Unavailable,
        _ => StorageFault.Unexpected,
    };

    public Task SetUpSessionAsync(DbConnection connection, CancellationToken cancellation) => Task.CompletedTask;

    public void ClearPool(DbDataSource source) => ((NpgsqlDataSource)source).Clear();

    public async Task<MigrationSession> LockMigrationsAsync(DbDataSource source, StorageOptions options, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"{LockTimeout(0)}; SELECT pg_advisory_xact_lock({MigrationLock})");
            command.CommandTimeout = options.MigrationTimeoutSeconds;
            await command.ExecuteNonQueryAsync(cancellation);
            return new TransactionalMigrationSession(connection, transaction, options.MigrationTimeoutSeconds);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string Upsert(RowShape shape, string insert)
    {
        var changed = string.Join(", ", SingleRowSql.Changed(shape).Select(column => $"{column.Name} = excluded.{column.Name}"));
        return
            $"""
            {insert}
            ON CONFLICT ({SingleRowSql.Names(shape.Keys)})
            DO {(changed.Length == 0 ? "NOTHING" : "UPDATE SET " + changed)}
            """;
    }

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Instant => NpgsqlDbType.Timestamp,
        ColumnKind.Date => NpgsqlDbType.Date,
        ColumnKind.Money => NpgsqlDbType.Numeric,
        ColumnKind.Bool => NpgsqlDbType.Smallint,
        ColumnKind.Int => NpgsqlDbType.Integer,
        ColumnKind.Long => NpgsqlDbType.Bigint,
        _ => NpgsqlDbType.Text,
    };

    // Npgsql writes a time of kind UTC only to a column with a zone; ours have none, and are UTC by agreement.
    private static DateTime Timestamp(DateTimeOffset instant) => DateTime.SpecifyKind(instant.UtcDateTime, DateTimeKind.Unspecified);

    private static void Bind(DbParameterCollection parameters, RowShape shape, IReadOnlyList<object?[]> rows)
    {
        for (var i = 0; i < shape.Bound.Length; i++)
        {
            parameters.Add(ArrayParameter(shape.Bound[i], rows, i));
        }
    }

    private static NpgsqlParameter ArrayParameter(Column column, IReadOnlyList<object?[]> rows, int index)
    {
        object values = column.Kind switch
        {
            ColumnKind.Uuid => Array(rows, index, value => ((Guid?)value)?.ToString("D")),
            ColumnKind.Instant => Array(rows, index, value => value is DateTimeOffset instant ? Timestamp(instant) : (DateTime?)null),
            ColumnKind.Date => Array(rows, index, value => (DateOnly?)value),
            ColumnKind.Money => Array(rows, index, value => (decimal?)value),
            ColumnKind.Bool => Array(rows, index, value => value is bool flag ? (short)(flag ? 1 : 0) : (short?)null),
            ColumnKind.Int => Array(rows, index, value => (int?)value),
            ColumnKind.Long => Array(rows, index, value => (long?)value),
            _ => Array(rows, index, value => (string?)value),
        };
        return new NpgsqlParameter(column.Parameter, NpgsqlDbType.Array | TypeOf(column.Kind)) { Value = values };
    }

    private static T[] Array<T>(IReadOnlyList<object?[]> rows, int index, Func<object?, T> convert)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = convert(rows[i][index]);
        }

        return values;
    }
}
