using System.Data.Common;

namespace LoApi.Storage.Sql;

/// <summary>A connection for the length of one transaction that writes, and the turn to do so.</summary>
/// <param name="connection">The connection, opened and set up.</param>
/// <param name="keep">What becomes of a connection on which all went well; any other is closed.</param>
/// <param name="end">Ends the turn.</param>
internal sealed class WriteConnection(DbConnection connection, Func<DbConnection, ValueTask> keep, Action? end) : IAsyncDisposable
{
    private bool _ended;

    public DbConnection Connection => connection;

    /// <summary>Whether the transaction was committed, or rolled back on purpose, and nothing went wrong.</summary>
    public bool IsSound { get; set; }

    public async ValueTask DisposeAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        try
        {
            await (IsSound ? keep(connection) : connection.DisposeAsync());
        }
        finally
        {
            end?.Invoke();
        }
    }
}
