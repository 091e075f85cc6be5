using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Idempotency;

public sealed class PruningOnSqliteTests : PruningTests
{
    private readonly TemporaryFolder _folder = new();

    protected override string Provider => "Sqlite";

    protected override Task<string> CreateDatabaseAsync() => Task.FromResult($"Data Source={_folder.File("loapi.db")}");

    protected override Task DropDatabaseAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
