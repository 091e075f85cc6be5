using LoApi.Storage.Dialects;

namespace LoApi.Storage.Tests.Databases;

/// <summary>
/// The Oracle schema that <c>LOAPI_TEST_ORACLE</c> names, as a connection string. It belongs to the tests: every table
/// in it is dropped.
/// </summary>
public sealed class OracleTestDatabase : TestDatabase
{
    private const string Variable = "LOAPI_TEST_ORACLE";

    /// <summary>Why there is no Oracle to test on; null where there is one.</summary>
    public static string? SkipReason { get; } = FindSkipReason();

    internal override StorageProvider Provider => StorageProvider.Oracle;

    private static string? ConnectionString => Environment.GetEnvironmentVariable(Variable);

    public override Task InitializeAsync() => SkipReason is null ? base.InitializeAsync() : Task.CompletedTask;

    internal override async Task<StorageHost> CreateEmptyAsync()
    {
        var host = StorageHost.Create(Provider, ConnectionString!);
        await using var connection = await host.Database.OpenAsync(CancellationToken.None);
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
        return host;
    }

    private static string? FindSkipReason()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString))
        {
            return $"There is no Oracle here: set {Variable} to the connection string of a schema that the tests may empty.";
        }

        try
        {
            OracleDriver.Find();
            return null;
        }
        catch (DriverMissingException)
        {
            return $"{Variable} is set, but Oracle's driver is not here: put Oracle.ManagedDataAccess.dll beside the tests.";
        }
    }
}
