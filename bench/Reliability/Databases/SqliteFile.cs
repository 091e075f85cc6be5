using System.Data.Common;
using LoApi.Fixtures;
using Microsoft.Data.Sqlite;

namespace LoApi.Reliability.Databases;

/// <summary>A file that only the service's process writes to: the two die together.</summary>
internal sealed class SqliteFile : KilledDatabase
{
    private readonly TemporaryFolder _folder = new();

    public override string Provider => "Sqlite";

    public override string ConnectionString => $"Data Source={_folder.File("loapi.db")}";

    public override bool HasServer => false;

    public override Task KillAsync() => throw new NotSupportedException("SQLite has no server.");

    public override Task StartAsync() => throw new NotSupportedException("SQLite has no server.");

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override DbConnection Connect() => new SqliteConnection(ConnectionString + ";Mode=ReadWrite;Pooling=False");
}
