using LoApi.Clients;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Clients;

/// <summary>
/// Reads clients, each with its scopes and the keys that are not revoked yet, in one statement. Every method throws
/// <see cref="DatabaseUnavailableException"/> where the database does not answer.
/// </summary>
public sealed class ClientRepository
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ILogger<ClientRepository> _logger;

    internal ClientRepository(Database database, TimeProvider time, ILogger<ClientRepository> logger)
    {
        _database = database;
        _time = time;
        _logger = logger;
    }

    /// <summary>
    /// The client, or null where there is none with this id. What is wrong with one is logged each time: who asks keeps the
    /// answer for a while.
    /// </summary>
    public async Task<Client?> FindAsync(string id, CancellationToken cancellation = default)
    {
        var rows = await _database.QueryAsync<ClientRow>(
            $"""
            {ClientRow.Select}
            WHERE c.client_id = :client_id
            ORDER BY c.client_id, k.key_id, s.scope_name
            """,
            Now().Text("client_id", id),
            cancellation);
        var client = ClientRow.ToClients(rows).SingleOrDefault();
        if (client?.Fault is { } fault)
        {
            Log.ClientFaulty(_logger, client.Id, fault);
        }

        return client;
    }

    /// <summary>Every client, by id: they are a few.</summary>
    public async Task<IReadOnlyList<Client>> ListAsync(CancellationToken cancellation = default)
    {
        var rows = await _database.QueryAsync<ClientRow>(
            $"""
            {ClientRow.Select}
            ORDER BY c.client_id, k.key_id, s.scope_name
            """,
            Now(),
            cancellation);
        return [.. ClientRow.ToClients(rows)];
    }

    /// <summary>
    /// Every key that is not revoked yet, by client and id: also those that a <see cref="Client"/> leaves out, because what
    /// is stored of from when to when they hold makes no sense.
    /// </summary>
    public Task<IReadOnlyList<StoredKey>> ListKeysAsync(CancellationToken cancellation = default) =>
        _database.QueryAsync<StoredKey>(
            """
            SELECT client_id, key_id, ciphertext
            FROM CLIENT_KEY
            WHERE revoked_at IS NULL OR revoked_at > :now
            ORDER BY client_id, key_id
            """,
            Now(),
            cancellation);

    /// <summary>The ids of all clients.</summary>
    public Task<IReadOnlyList<string>> ListIdsAsync(CancellationToken cancellation = default) =>
        _database.QueryAsync<string>(
            """
            SELECT client_id
            FROM API_CLIENT
            """,
            new Bindings(),
            cancellation);

    private Bindings Now() => new Bindings().Instant("now", _time.GetUtcMicroseconds());
}
