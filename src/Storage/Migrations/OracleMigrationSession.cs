using System.Data.Common;
using System.Globalization;
using LoApi.Storage.Dialects;

namespace LoApi.Storage.Migrations;

/// <summary>
/// Oracle commits at every DDL statement. So the lock is a row that a second connection holds, and a run that broke off
/// in the middle of a file goes on where it stopped: what is there already is passed over. So are views that stand in for
/// tables: see docs/oracle.md.
/// </summary>
internal sealed class OracleMigrationSession : MigrationSession
{
    private const int NameInUse = 955;
    private const int ColumnsIndexed = 1408;
    private const int ConstraintNameInUse = 2264;
    private const int UniqueConstraint = 1;
    private const int NoSuchIndex = 1418;
    private const int ColumnThere = 1430;
    private const int IndexOnView = 1702;

    private readonly DbConnection _holder;
    private DbTransaction? _lock;

    private OracleMigrationSession(DbConnection connection, DbConnection holder, int timeoutSeconds)
        : base(connection, timeoutSeconds)
    {
        _holder = holder;
    }

    public override string CreateTableIfMissing => "CREATE TABLE";

    public static async Task<MigrationSession> OpenAsync(DbDataSource source, int timeoutSeconds, CancellationToken cancellation)
    {
        var session = new OracleMigrationSession(source.CreateConnection(), source.CreateConnection(), timeoutSeconds);
        try
        {
            await session.Connection.OpenAsync(cancellation);
            await session.WaitForTransactionsAsync(timeoutSeconds, cancellation);
            await session._holder.OpenAsync(cancellation);
            await session.ExecuteAsync(
                """
                CREATE TABLE MIGRATION_LOCK (
                  lock_id NUMBER(1) CONSTRAINT MIGRATION_LOCK_PK PRIMARY KEY
                )
                """,
                cancellation);
            await session.ExecuteAsync("INSERT INTO MIGRATION_LOCK (lock_id) VALUES (1)", cancellation);
            await session.TakeLockAsync(timeoutSeconds, cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public override async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = CreateCommand(sql);
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (DbException exception) when (OracleDialect.Number(exception)
            is NameInUse or ConstraintNameInUse or ColumnsIndexed or UniqueConstraint or NoSuchIndex or ColumnThere or IndexOnView)
        {
            // A run before this one came so far; or a view stands where a table would have come, which needs no index.
        }
    }

    public override async Task CommitAsync(CancellationToken cancellation)
    {
        if (_lock is not null)
        {
            await _lock.CommitAsync(cancellation);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_lock is not null)
        {
            await _lock.DisposeAsync();
        }

        await _holder.DisposeAsync();
        await Connection.DisposeAsync();
    }

    /// <summary>
    /// DDL needs a table for itself for a moment. Beside a service that writes it would fail at once (ORA-00054) instead of
    /// waiting for the transactions that are under way. The pool hands the session out again, where nothing else minds.
    /// </summary>
    private async Task WaitForTransactionsAsync(int timeoutSeconds, CancellationToken cancellation)
    {
        await using var command = CreateCommand(
            string.Create(CultureInfo.InvariantCulture, $"ALTER SESSION SET DDL_LOCK_TIMEOUT = {timeoutSeconds}"));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task TakeLockAsync(int timeoutSeconds, CancellationToken cancellation)
    {
        // An update that changes nothing takes the row's lock in every database; the wait ends with the statement's timeout.
        _lock = await _holder.BeginTransactionAsync(cancellation);
        await using var command = _holder.CreateCommand();
        command.Transaction = _lock;
        command.CommandTimeout = timeoutSeconds;
        command.CommandText =
            """
            UPDATE MIGRATION_LOCK
            SET lock_id = lock_id
            WHERE lock_id = 1
            """;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
