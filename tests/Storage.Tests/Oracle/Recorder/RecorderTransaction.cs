using System.Data;
using System.Data.Common;
using Npgsql;

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>A transaction of the recorder.</summary>
internal sealed class RecorderTransaction(RecorderConnection connection, NpgsqlTransaction server) : DbTransaction
{
    public override IsolationLevel IsolationLevel => server.IsolationLevel;

    protected override DbConnection DbConnection => connection;

    public override void Commit() => CommitAsync().GetAwaiter().GetResult();

    public override void Rollback() => RollbackAsync().GetAwaiter().GetResult();

    public override Task CommitAsync(CancellationToken cancellationToken = default) => EndAsync("COMMIT", server.CommitAsync, cancellationToken);

    public override Task RollbackAsync(CancellationToken cancellationToken = default) => EndAsync("ROLLBACK", server.RollbackAsync, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        if (connection.Current == this)
        {
            connection.Current = null;
            connection.Factory.Recording.Boundary("ROLLBACK");
        }

        await server.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            server.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task EndAsync(string boundary, Func<CancellationToken, Task> end, CancellationToken cancellation)
    {
        connection.Factory.Recording.Boundary(boundary);
        connection.Current = null;
        try
        {
            await end(cancellation);
        }
        catch (NpgsqlException exception)
        {
            throw RecorderException.From(exception);
        }
    }
}
