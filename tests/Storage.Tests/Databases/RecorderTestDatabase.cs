using LoApi.Fixtures;
using LoApi.Storage.Tests.Oracle.Recorder;
using Npgsql;

namespace LoApi.Storage.Tests.Databases;

/// <summary>
/// Oracle's dialect over the recorder, which PostgreSQL with the extension orafce answers for, or the server that
/// <c>LOAPI_TEST_ORACLE_LIKE</c> names: one that speaks PostgreSQL's protocol and Oracle's SQL, such as IvorySQL on its
/// second port. There each database is a schema.
/// </summary>
public sealed class RecorderTestDatabase : TestDatabase
{
    private const string Variable = "LOAPI_TEST_ORACLE_LIKE";

    private readonly List<string> _created = [];
    private string? _template;

    private readonly RecorderFactory _driver = new(new Recording(), OracleLike is not null);

    /// <summary>Why there is nothing under the recorder; null where there is something.</summary>
    public static string? SkipReason { get; } = OracleLike is null && !PostgresExtensions.Has("orafce")
        ? "PostgreSQL's extension orafce is not installed: apt-get install postgresql-15-orafce."
        : null;

    /// <summary>What was sent.</summary>
    internal Recording Recording => _driver.Recording;

    internal override StorageProvider Provider => StorageProvider.Oracle;

    private static string? OracleLike => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connectionString ? connectionString : null;

    public override Task InitializeAsync() => SkipReason is null ? base.InitializeAsync() : Task.CompletedTask;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (OracleLike is null)
        {
            foreach (var connectionString in _created)
            {
                await (await PostgresServer.StartSharedAsync()).DropDatabaseAsync(connectionString);
            }
        }
        else
        {
            foreach (var connectionString in _created)
            {
                await ExecuteAsync(OracleLike, $"DROP SCHEMA {new NpgsqlConnectionStringBuilder(connectionString).SearchPath} CASCADE");
            }
        }
    }

    internal override StorageHost Open(string connectionString, TimeProvider? time, params (string Name, string Value)[] settings) =>
        StorageHost.Create(Provider, connectionString, time, _driver, settings);

    internal override async Task<StorageHost> CreateEmptyAsync()
    {
        var connectionString = OracleLike is null ? await CreateDatabaseAsync() : await CreateSchemaAsync(OracleLike);
        _created.Add(connectionString);
        return Open(connectionString, time: null);
    }

    // Copied from one that has the extension, which takes a second to install.
    private async Task<string> CreateDatabaseAsync()
    {
        var server = await PostgresServer.StartSharedAsync();
        if (_template is null)
        {
            _template = await server.CreateDatabaseAsync();
            _created.Add(_template);
            await ExecuteAsync(_template, "CREATE EXTENSION orafce");
        }

        return await server.CopyDatabaseAsync(_template);
    }

    private static async Task<string> CreateSchemaAsync(string server)
    {
        var schema = $"loapi_test_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE SCHEMA {schema}");
        return new NpgsqlConnectionStringBuilder(server) { SearchPath = schema }.ConnectionString;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
