using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>The service over a database of the test run's PostgreSQL.</summary>
public sealed class PostgreSqlApiHost() : ApiHost("PostgreSql")
{
    private string? _database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
        {
            await (await PostgresServer.StartSharedAsync()).DropDatabaseAsync(_database);
        }
    }

    protected override async Task<string> CreateDatabaseAsync() =>
        _database = await (await PostgresServer.StartSharedAsync()).CreateDatabaseAsync();
}
