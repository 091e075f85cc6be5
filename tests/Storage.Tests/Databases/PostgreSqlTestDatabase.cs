using LoApi.Fixtures;

namespace LoApi.Storage.Tests.Databases;

/// <summary>A database of the test run's PostgreSQL.</summary>
public sealed class PostgreSqlTestDatabase : TestDatabase
{
    private readonly List<string> _created = [];

    internal override StorageProvider Provider => StorageProvider.PostgreSql;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        var server = await PostgresServer.StartSharedAsync();
        foreach (var connectionString in _created)
        {
            await server.DropDatabaseAsync(connectionString);
        }
    }

    internal override async Task<StorageHost> CreateEmptyAsync()
    {
        var server = await PostgresServer.StartSharedAsync();
        var connectionString = await server.CreateDatabaseAsync();
        _created.Add(connectionString);
        return StorageHost.Create(Provider, connectionString);
    }
}
