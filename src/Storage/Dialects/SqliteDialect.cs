using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using LoApi.Storage.Migrations;
using LoApi.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LoApi.Storage.Dialects;

/// <summary>SQLite: a file in WAL mode, each commit synced, one writer at a time and readers beside it.</summary>
internal sealed class SqliteDialect : IDialect
{
    // The pages of the indexes that a batch of random keys touches, for the one connection that writes. SQLite walks
    // through all of it at each commit, so that more is not better.
    private const int CacheKibibytes = 16 * 1024;

    // 256 MiB: SqliteCheckpoints copies the write-ahead log long before; a commit that has to do it takes that much longer.
    private const int CheckpointPages = 64 * 1024;

    // 256 MiB: what the log's file is cut back to when it begins anew after a burst. To cut takes a commit's time, and room
    // that is there already is written sooner than new room: what the file has under constant load, it keeps.
    private const int LogBytes = 256 * 1024 * 1024;

    private readonly string _sessionSetUp;
    private readonly ConditionalWeakTable<sqlite3, SqliteDialect> _setUp = [];

    // Counting what it has allocated, SQLite takes one lock for all threads at every allocation, and nobody asks it. It is
    // told before it is first used, and where it was used before, it refuses and goes on counting:
    // https://sqlite.org/compile.html#default_memstatus
    static SqliteDialect()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public SqliteDialect(StorageOptions options)
    {
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString);
        if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource is "" or ":memory:")
        {
            throw new FormatException("Name a file: a database in memory would be another one for each connection.");
        }

        // A file that vanished must not come back empty: only a migration creates it.
        builder.Mode = builder.Mode == SqliteOpenMode.ReadWriteCreate ? SqliteOpenMode.ReadWrite : builder.Mode;
        builder.ForeignKeys = true;
        builder.DefaultTimeout = options.CommandTimeoutSeconds;
        ConnectionString = builder.ConnectionString;
        _sessionSetUp = string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA busy_timeout = {options.CommandTimeoutSeconds * 1000}; PRAGMA synchronous = FULL; PRAGMA cache_size = -{CacheKibibytes}; PRAGMA wal_autocheckpoint = {CheckpointPages}; PRAGMA journal_size_limit = {LogBytes};");
    }

    public StorageProvider Provider => StorageProvider.Sqlite;

    public DbProviderFactory Factory => SqliteFactory.Instance;

    public string ConnectionString { get; }

    public bool HasOneWriter => true;

    public bool AddsConstraints => false;

    public string Paging => "LIMIT :row_limit";

    public string? ReleaseSavepoint => "RELEASE SAVEPOINT change_set";

    // The one lock is the file's. Who holds it for long is an import by another process, which is worth waiting for as
    // long as a statement may take: busy_timeout is the bound.
    public string? LockTimeout(int milliseconds) => null;

    public string ColumnType(ColumnKind kind, int length) => kind switch
    {
        // Money is text because SQLite has no decimal, and a float would not be exact.
        ColumnKind.Bool or ColumnKind.Int or ColumnKind.Long => "INTEGER",
        _ => "TEXT",
    };

    public string Statement(RowShape shape) => shape.Action switch
    {
        RowAction.Insert => SingleRowSql.Insert(shape),
        RowAction.Update => SingleRowSql.Update(shape),
        RowAction.Delete => SingleRowSql.Delete(shape),
        _ => Upsert(shape),
    };

    public Task<int> ExecuteAsync(DbCommand command, RowShape shape, IReadOnlyList<object?[]> rows, CancellationToken cancellation) =>
        Task.FromResult(SqliteStatements.Of((SqliteConnection)command.Connection!).Execute(command.CommandText, shape, rows));

    public void Prepare(DbCommand command)
    {
        // Nothing to ready.
    }

    public void Bind(DbParameter parameter, ColumnKind kind, object? value) => parameter.Value = (kind, value) switch
    {
        (_, null) => DBNull.Value,
        (ColumnKind.Uuid, Guid id) => id.ToString("D"),
        (ColumnKind.Instant, DateTimeOffset instant) => InstantText.Of(instant),
        (ColumnKind.Date, DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (ColumnKind.Money, decimal money) => money.ToString("0.00", CultureInfo.InvariantCulture),
        (ColumnKind.Bool, bool flag) => flag ? 1L : 0L,
        _ => value,
    };

    // https://sqlite.org/rescode.html
    public StorageFault Classify(Exception exception) => exception is not SqliteException { SqliteErrorCode: var code, SqliteExtendedErrorCode: var extended }
        ? StorageFault.Unexpected
        : (code, extended) switch
        {
            (19, 1555 or 2067) => StorageFault.UniqueViolation, // primary key, unique
            (19, _) => StorageFault.Integrity,
            (18 or 20, _) => StorageFault.Validation, // too big, mismatch
            (6, _) or (_, 517) => StorageFault.Transient, // locked, busy with an old snapshot
            (5, _) => StorageFault.Unavailable, // busy: the driver has waited as long as it may
            (9, _) => StorageFault.Cancelled, // interrupt
            (7 or 8 or 10 or 11 or 13 or 14 or 15 or 26, _) => StorageFault.Unavailable, // memory, read-only, I/O, corrupt, full, cannot open, protocol, no database
            (3 or 23, _) => StorageFault.Credentials, // permission, authorisation
            _ => StorageFault.Unexpected,
        };

    public async Task SetUpSessionAsync(DbConnection connection, CancellationToken cancellation)
    {
        // A pooled one comes back as it was left.
        if (_setUp.TryAdd(((SqliteConnection)connection).Handle!, this))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = _sessionSetUp;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    public bool HasMoved(DbConnection connection) => SqliteFile.HasMoved(((SqliteConnection)connection).Handle!);

    // https://sqlite.org/c3ref/interrupt.html: may be called from any thread, as long as the connection is open.
    public IDisposable? InterruptBy(DbConnection connection, CancellationToken cancellation) => cancellation.CanBeCanceled
        ? cancellation.Register(static handle => raw.sqlite3_interrupt((sqlite3)handle!), ((SqliteConnection)connection).Handle)
        : null;

    public void ClearPool(DbDataSource source)
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    public async Task<MigrationSession> LockMigrationsAsync(DbDataSource source, StorageOptions options, CancellationToken cancellation)
    {
        var builder = new SqliteConnectionStringBuilder(ConnectionString)
        {
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = options.MigrationTimeoutSeconds,
        };
        if (Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { } directory)
        {
            Directory.CreateDirectory(directory);
        }

        var connection = new SqliteConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await SetUpSessionAsync(connection, cancellation);
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = "PRAGMA journal_mode = WAL";
                await command.ExecuteScalarAsync(cancellation);
            }

            // BEGIN IMMEDIATE: the write lock is the migration lock, and DDL rolls back with the rest.
            var transaction = connection.BeginTransaction(deferred: false);
            return new TransactionalMigrationSession(connection, transaction, options.MigrationTimeoutSeconds);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string Upsert(RowShape shape)
    {
        var changed = string.Join(", ", SingleRowSql.Changed(shape).Select(column => $"{column.Name} = excluded.{column.Name}"));
        return
            $"""
            {SingleRowSql.Insert(shape)}
            ON CONFLICT ({SingleRowSql.Names(shape.Keys)})
            DO {(changed.Length == 0 ? "NOTHING" : "UPDATE SET " + changed)}
            """;
    }
}
