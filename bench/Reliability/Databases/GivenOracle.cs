using System.Data.Common;

namespace LoApi.Reliability.Databases;

/// <summary>
/// The Oracle schema that <c>LOAPI_TEST_ORACLE</c> names, emptied first. The server is somebody else's: only the service is
/// killed.
/// </summary>
internal sealed class GivenOracle : KilledDatabase
{
    private const string Variable = "LOAPI_TEST_ORACLE";
    private const string Factory = "Oracle.ManagedDataAccess.Client.OracleClientFactory, Oracle.ManagedDataAccess";

    private readonly DbProviderFactory _driver = Type.GetType(Factory)?.GetField("Instance")?.GetValue(null) as DbProviderFactory
        ?? throw new InvalidOperationException("Oracle's driver is not here: build with -p:Distribution=Cluster.");

    public override string Provider => "Oracle";

    public override string ConnectionString { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? given
        : throw new InvalidOperationException($"Set {Variable} to the connection string of a schema that may be emptied.");

    public override bool HasServer => false;

    public static async Task<GivenOracle> CreateAsync()
    {
        var database = new GivenOracle();
        await using var connection = database.Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            BEGIN
              FOR t IN (SELECT table_name FROM USER_TABLES) LOOP
                EXECUTE IMMEDIATE 'DROP TABLE "' || t.table_name || '" CASCADE CONSTRAINTS PURGE';
              END LOOP;
            END;
            """;
        await command.ExecuteNonQueryAsync();
        return database;
    }

    public override Task KillAsync() => throw new NotSupportedException();

    public override Task StartAsync() => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override DbConnection Connect()
    {
        var connection = _driver.CreateConnection()!;
        connection.ConnectionString = ConnectionString;
        return connection;
    }
}
