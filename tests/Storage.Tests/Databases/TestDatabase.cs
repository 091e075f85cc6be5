namespace LoApi.Storage.Tests.Databases;

/// <summary>A database of one kind for one test class: migrated, empty but for the rows of migrations.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private StorageHost? _host;

    /// <summary>The storage over it, with default settings.</summary>
    internal StorageHost Host => _host ?? throw new InvalidOperationException("The database was not set up.");

    internal abstract StorageProvider Provider { get; }

    public virtual async Task InitializeAsync()
    {
        _host = await CreateEmptyAsync();
        await _host.Migrator.MigrateAsync();
    }

    public virtual async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    /// <summary>The same database through another set of services, with other settings.</summary>
    internal StorageHost Open(TimeProvider? time = null, params (string Name, string Value)[] settings) =>
        Open(Host.ConnectionString, time, settings);

    /// <summary>A database of this one's kind, through a set of services with settings of its own.</summary>
    internal virtual StorageHost Open(string connectionString, TimeProvider? time, params (string Name, string Value)[] settings) =>
        StorageHost.Create(Provider, connectionString, time, settings);

    /// <summary>Another database, not migrated.</summary>
    internal abstract Task<StorageHost> CreateEmptyAsync();
}
