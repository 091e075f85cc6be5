using LoApi.Fixtures;
using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Failures;

/// <summary>A server to stop and to start, with one migrated database; nothing where no server is installed.</summary>
public sealed class PrivatePostgreSql : IAsyncLifetime
{
    private StorageHost? _host;

    /// <summary>The server.</summary>
    public PostgresServer? Server { get; private set; }

    internal StorageHost Host => _host!;

    public async Task InitializeAsync()
    {
        if (PostgresBinaries.Directory is not null)
        {
            Server = await PostgresServer.StartPrivateAsync();
            _host = StorageHost.Create(StorageProvider.PostgreSql, await Server.CreateDatabaseAsync());
            await _host.Migrator.MigrateAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
            await Server!.DisposeAsync();
        }
    }
}
