using System.Data.Common;

namespace LoApi.Storage.Migrations;

/// <summary>The connection that migrates, under the lock that keeps others from it. Disposed uncommitted, it undoes what can be undone.</summary>
internal abstract class MigrationSession(DbConnection connection, int timeoutSeconds) : IAsyncDisposable
{
    /// <summary>How a table is created unless it is there.</summary>
    public abstract string CreateTableIfMissing { get; }

    protected DbConnection Connection { get; } = connection;

    /// <summary>Executes a statement of a migration.</summary>
    public abstract Task ExecuteAsync(string sql, CancellationToken cancellation);

    /// <summary>Makes it last, and releases the lock.</summary>
    public abstract Task CommitAsync(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();

    /// <summary>A command on the connection, inside its transaction where there is one.</summary>
    public virtual DbCommand CreateCommand(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = timeoutSeconds;
        return command;
    }
}
