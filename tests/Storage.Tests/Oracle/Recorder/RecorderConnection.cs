using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>A connection of the recorder, over one of PostgreSQL.</summary>
internal sealed class RecorderConnection(RecorderFactory factory) : DbConnection
{
    private NpgsqlConnection? _server;

    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "";

    public override string DataSource => "";

    public override string ServerVersion => _server?.ServerVersion ?? "";

    public override ConnectionState State => _server?.State ?? ConnectionState.Closed;

    /// <summary>Oracle's tags of a session: what it is about, for those who look at the database's own statistics.</summary>
    public string? ModuleName { get; set; }

    public string? ActionName { get; set; }

    public string? ClientId { get; set; }

    public string? ClientInfo { get; set; }

    public RecorderFactory Factory => factory;

    public RecorderTransaction? Current { get; set; }

    public NpgsqlConnection Server => _server ?? throw new InvalidOperationException("The connection is closed.");

    /// <summary>Closes the pooled connections, as Oracle's driver names it.</summary>
    public static void ClearPool(RecorderConnection connection)
    {
        using var server = new NpgsqlConnection(connection.ServerString());
        NpgsqlConnection.ClearPool(server);
    }

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => OpenAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        var server = new NpgsqlConnection(ServerString());
        try
        {
            await server.OpenAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            await server.DisposeAsync();
            throw RecorderException.From(exception);
        }

        _server = server;
        (ModuleName, ActionName, ClientId, ClientInfo) = (null, null, null, null);
    }

    public override void Close() => CloseAsync().GetAwaiter().GetResult();

    public override async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            factory.Recording.Tagged(this);
            Current = null;
            await server.DisposeAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        BeginDbTransactionAsync(isolationLevel, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken)
    {
        if (Current is not null)
        {
            throw new InvalidOperationException("Oracle's driver knows no parallel transactions.");
        }

        if (isolationLevel is not (IsolationLevel.Unspecified or IsolationLevel.ReadCommitted or IsolationLevel.Serializable))
        {
            throw new ArgumentException("Oracle knows READ COMMITTED and SERIALIZABLE.", nameof(isolationLevel));
        }

        try
        {
            return Current = new RecorderTransaction(this, await Server.BeginTransactionAsync(cancellationToken));
        }
        catch (NpgsqlException exception)
        {
            throw RecorderException.From(exception);
        }
    }

    protected override DbCommand CreateDbCommand() => new RecorderCommand { Connection = this };

    /// <summary>What the dialect puts in for Oracle's driver, in the words of PostgreSQL's.</summary>
    private string ServerString()
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = ConnectionString };
        var timeout = builder["Connection Timeout"];
        var pool = builder["Max Pool Size"];
        builder.Remove("Connection Timeout");
        builder.Remove("Max Pool Size");
        var server = new NpgsqlConnectionStringBuilder(builder.ConnectionString)
        {
            Timeout = Convert.ToInt32(timeout, provider: null),
            MaxPoolSize = Convert.ToInt32(pool, provider: null),
        };
        if (!factory.ServerIsOracleLike)
        {
            server.SearchPath = "public, oracle"; // orafce keeps DUAL there.
        }

        return server.ConnectionString;
    }
}
