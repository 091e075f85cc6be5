using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Idempotency;

public sealed class PruningOnPostgreSqlTests : PruningTests
{
    private string? _database;

    protected override string Provider => "PostgreSql";

    protected override async Task<string> CreateDatabaseAsync() =>
        _database = await (await PostgresServer.StartSharedAsync()).CreateDatabaseAsync();

    protected override async Task DropDatabaseAsync() =>
        await (await PostgresServer.StartSharedAsync()).DropDatabaseAsync(_database!);
}
