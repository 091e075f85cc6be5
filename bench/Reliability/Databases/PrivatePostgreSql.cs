using System.Data.Common;
using LoApi.Fixtures;
using Npgsql;

namespace LoApi.Reliability.Databases;

/// <summary>A server of the run's own, with default durability.</summary>
internal sealed class PrivatePostgreSql : KilledDatabase
{
    private readonly PostgresServer _server;

    private PrivatePostgreSql(PostgresServer server, string connectionString)
    {
        _server = server;
        ConnectionString = connectionString;
    }

    public override string Provider => "PostgreSql";

    public override string ConnectionString { get; }

    public override bool HasServer => true;

    public static async Task<PrivatePostgreSql> CreateAsync()
    {
        var server = await PostgresServer.StartPrivateAsync();
        return new PrivatePostgreSql(server, await server.CreateDatabaseAsync());
    }

    public override Task KillAsync() => _server.KillAsync();

    public override Task StartAsync() => _server.StartAsync();

    public override ValueTask DisposeAsync() => _server.DisposeAsync();

    protected override DbConnection Connect() => new NpgsqlConnection(ConnectionString + ";Pooling=False");
}
