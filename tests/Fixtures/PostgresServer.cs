using Npgsql;

namespace LoApi.Fixtures;

/// <summary>
/// A PostgreSQL for tests: the one that <c>LOAPI_TEST_POSTGRES</c> names (a connection string that may create
/// databases), else a private one, started from the installed binaries on a free port of the loopback interface.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Variable = "LOAPI_TEST_POSTGRES";

    private static readonly Lazy<Task<PostgresServer>> Shared = new(CreateSharedAsync);

    private readonly string _connectionString;
    private readonly PostgresServerProcess? _process;

    private PostgresServer(string connectionString, PostgresServerProcess? process)
    {
        _connectionString = connectionString;
        _process = process;
    }

    /// <summary>The server that all tests of this process share. It ends with the process.</summary>
    public static Task<PostgresServer> StartSharedAsync() => Shared.Value;

    /// <summary>A server of one's own, to stop and to start. Throws where the server's binaries are not installed.</summary>
    public static async Task<PostgresServer> StartPrivateAsync()
    {
        var process = await PostgresServerProcess.StartAsync();
        return new PostgresServer(process.ConnectionString, process);
    }

    /// <summary>A new database; how it is reached.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"loapi_test_{Guid.NewGuid():N}";

        // A default order that is not binary shows whoever relies on it. Servers without ICU have theirs.
        if (!await TryExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US'"))
        {
            await ExecuteAsync($"CREATE DATABASE {name}");
        }

        return new NpgsqlConnectionStringBuilder(_connectionString) { Database = name }.ConnectionString;
    }

    /// <summary>A copy of a database of <see cref="CreateDatabaseAsync"/>, to which nobody may be connected.</summary>
    public async Task<string> CopyDatabaseAsync(string connectionString)
    {
        var name = $"loapi_test_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(connectionString).Database}");
        return new NpgsqlConnectionStringBuilder(_connectionString) { Database = name }.ConnectionString;
    }

    /// <summary>Removes a database of <see cref="CreateDatabaseAsync"/>, whoever is still connected.</summary>
    public Task DropDatabaseAsync(string connectionString) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    /// <summary>Stops a private server at once, as a crash would.</summary>
    public Task StopAsync() => Own.StopAsync();

    /// <summary>Kills a private server, all of its processes at once (SIGKILL): not even a crash report is left.</summary>
    public Task KillAsync() => Own.KillAsync();

    /// <summary>Makes a private server stand still: connections stay open, and nobody answers.</summary>
    public Task FreezeAsync() => Own.FreezeAsync();

    /// <summary>Lets a server that stood still go on.</summary>
    public Task ThawAsync() => Own.ThawAsync();

    /// <summary>Starts a private server again, on the same port, and waits until it answers.</summary>
    public Task StartAsync() => Own.StartAgainAsync();

    /// <summary>Ends a private server.</summary>
    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;

    private PostgresServerProcess Own => _process ?? throw new InvalidOperationException("The server belongs to somebody else.");

    private static async Task<PostgresServer> CreateSharedAsync() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connectionString
            ? new PostgresServer(connectionString, process: null)
            : await StartPrivateAsync();

    private async Task<bool> TryExecuteAsync(string sql)
    {
        try
        {
            await ExecuteAsync(sql);
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
