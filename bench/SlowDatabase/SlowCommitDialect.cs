using System.Data.Common;
using LoApi.Storage;
using LoApi.Storage.Dialects;
using LoApi.Storage.Migrations;
using LoApi.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LoApi.SlowDatabase;

/// <summary>SQLite on a slow disk: a commit takes longer, and blocks its thread meanwhile as the disk would.</summary>
internal sealed class SlowCommitDialect(IDialect inner, TimeSpan commit) : IDialect
{
    public StorageProvider Provider => inner.Provider;

    public DbProviderFactory Factory => inner.Factory;

    public string ConnectionString => inner.ConnectionString;

    public bool HasOneWriter => inner.HasOneWriter;

    public bool AddsConstraints => inner.AddsConstraints;

    public string Paging => inner.Paging;

    public string? ReleaseSavepoint => inner.ReleaseSavepoint;

    public string? LockTimeout(int milliseconds) => inner.LockTimeout(milliseconds);

    public string ColumnType(ColumnKind kind, int length) => inner.ColumnType(kind, length);

    public string Statement(RowShape shape) => inner.Statement(shape);

    public Task<int> ExecuteAsync(DbCommand command, RowShape shape, IReadOnlyList<object?[]> rows, CancellationToken cancellation) =>
        inner.ExecuteAsync(command, shape, rows, cancellation);

    public bool HasBatches => inner.HasBatches;

    public void Bind(DbParameterCollection parameters, RowSet rows) => inner.Bind(parameters, rows);

    public void Prepare(DbCommand command) => inner.Prepare(command);

    public void Bind(DbParameter parameter, ColumnKind kind, object? value) => inner.Bind(parameter, kind, value);

    public StorageFault Classify(Exception exception) => inner.Classify(exception);

    public async Task SetUpSessionAsync(DbConnection connection, CancellationToken cancellation)
    {
        await inner.SetUpSessionAsync(connection, cancellation);
        raw.sqlite3_commit_hook(((SqliteConnection)connection).Handle, _ => Wait(), v: null);
    }

    public void Tag(DbConnection connection, SessionTag tag) => inner.Tag(connection, tag);

    public bool HasMoved(DbConnection connection) => inner.HasMoved(connection);

    public void ClearPool(DbDataSource source) => inner.ClearPool(source);

    public Task<MigrationSession> LockMigrationsAsync(DbDataSource source, StorageOptions options, CancellationToken cancellation) =>
        inner.LockMigrationsAsync(source, options, cancellation);

    private int Wait()
    {
        using var never = new ManualResetEventSlim();
        never.Wait(commit);
        return 0; // Anything else would turn the commit into a rollback.
    }
}
