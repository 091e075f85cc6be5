namespace LoApi.Storage.Tests.Databases;

/// <summary>SQLite in a directory of its own.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string _directory = Directory.CreateTempSubdirectory("loapi-storage-").FullName;
    private int _count;

    internal override StorageProvider Provider => StorageProvider.Sqlite;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    internal override Task<StorageHost> CreateEmptyAsync()
    {
        var file = Path.Combine(_directory, "data", $"{Interlocked.Increment(ref _count)}.db");
        return Task.FromResult(StorageHost.Create(Provider, $"Data Source={file}"));
    }
}
