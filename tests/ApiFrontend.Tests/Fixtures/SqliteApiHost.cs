using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>The service over an SQLite file.</summary>
public sealed class SqliteApiHost() : ApiHost("Sqlite")
{
    private readonly TemporaryFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override Task<string> CreateDatabaseAsync() => Task.FromResult($"Data Source={_folder.File("loapi.db")}");
}
