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

    /// <summary>How somebody reaches it who may read where silos are, and nothing else.</summary>
    public async Task<string> AddFrontEndAsync()
    {
        const string name = "front_end";
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            CREATE ROLE {name} LOGIN PASSWORD '{name}';
            GRANT SELECT ON OrleansQuery, OrleansMembershipTable TO {name};
            """;
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Username = name, Password = name }.ConnectionString;
    }

    public override Task KillAsync() => _server.KillAsync();

    public override Task StartAsync() => _server.StartAsync();

    public override ValueTask DisposeAsync() => _server.DisposeAsync();

    protected override DbConnection Connect() => new NpgsqlConnection(ConnectionString + ";Pooling=False");
}
