using System.Data.Common;
using LoApi.Storage.Migrations;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Dialects;

/// <summary>
/// What cannot be said portably to a database. Everything else is written once, for Oracle first: names of at most
/// thirty characters that are no reserved word, <c>:name</c> parameters that appear once each and in the order they
/// are bound, no empty strings, no booleans, <c>UTC</c> timestamps without a zone.
/// </summary>
internal interface IDialect
{
    /// <summary>Which database this is.</summary>
    StorageProvider Provider { get; }

    /// <summary>Its driver.</summary>
    DbProviderFactory Factory { get; }

    /// <summary>The configured connection string, with timeouts and pool bounds put in.</summary>
    string ConnectionString { get; }

    /// <summary>Whether a second transaction that writes waits until the first one ends, whatever they write.</summary>
    bool HasOneWriter { get; }

    /// <summary>Whether a constraint can be added to a table that is there.</summary>
    bool AddsConstraints { get; }

    /// <summary>The clause that ends a query after <c>:row_limit</c> rows.</summary>
    string Paging { get; }

    /// <summary>Ends a savepoint that is not needed any more; null where it ends with its transaction.</summary>
    string? ReleaseSavepoint { get; }

    /// <summary>
    /// The statement after which the rest of a transaction waits no longer for a lock than so, in milliseconds, 0 for as
    /// long as the statement may take; null where the database has no such bound. A session begins with
    /// <see cref="StorageOptions.LockTimeoutSeconds"/>.
    /// </summary>
    string? LockTimeout(int milliseconds);

    /// <summary>The column type for a kind, as it stands in <c>CREATE TABLE</c>.</summary>
    string ColumnType(ColumnKind kind, int length);

    /// <summary>The statement that does a shape's action, in this dialect's set-based form.</summary>
    string Statement(RowShape shape);

    /// <summary>Executes a statement of <see cref="Statement"/> for all the rows; answers how many rows it touched.</summary>
    Task<int> ExecuteAsync(DbCommand command, RowShape shape, IReadOnlyList<object?[]> rows, CancellationToken cancellation);

    /// <summary>Whether the driver sends the statements of a batch together, so that they cost one round trip.</summary>
    bool HasBatches => false;

    /// <summary>Gives a statement of <see cref="Statement"/> that goes with a batch its rows; only where <see cref="HasBatches"/>.</summary>
    void Bind(DbParameterCollection parameters, RowSet rows) => throw new NotSupportedException();

    /// <summary>Readies a command before its parameters are added.</summary>
    void Prepare(DbCommand command);

    /// <summary>Gives a parameter its value and the database's own type for it.</summary>
    void Bind(DbParameter parameter, ColumnKind kind, object? value);

    /// <summary>What an exception of the driver means.</summary>
    StorageFault Classify(Exception exception);

    /// <summary>Sets up a connection that was just opened.</summary>
    Task SetUpSessionAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>Says what an open connection is about, where the database takes note of it and it costs no round trip.</summary>
    void Tag(DbConnection connection, SessionTag tag)
    {
    }

    /// <summary>Whether an open connection leads to a file that its path names no longer: moved, deleted or replaced.</summary>
    bool HasMoved(DbConnection connection) => false;

    /// <summary>Ends a query when it is cancelled, where the driver overlooks the token; until it is disposed of.</summary>
    IDisposable? InterruptBy(DbConnection connection, CancellationToken cancellation) => null;

    /// <summary>Closes the pooled connections of a source that nobody uses: they lead to a server that is gone, or hold a file open.</summary>
    void ClearPool(DbDataSource source);

    /// <summary>Opens the connection that migrates, once no other migrates.</summary>
    Task<MigrationSession> LockMigrationsAsync(DbDataSource source, StorageOptions options, CancellationToken cancellation);
}
