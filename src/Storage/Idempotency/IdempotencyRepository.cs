using LoApi.Errors;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Idempotency;

/// <summary>Reads recorded answers. Throws <see cref="DatabaseUnavailableException"/> where the database does not answer.</summary>
public sealed class IdempotencyRepository
{
    private readonly Database _database;

    internal IdempotencyRepository(Database database) => _database = database;

    /// <summary>The answer that was recorded under a client's key, or null.</summary>
    public async Task<IdempotencyRecord?> FindAsync(string clientId, string key, CancellationToken cancellation = default)
    {
        var row = await _database.QueryOneAsync<IdempotencyRow>(
            $"""
            SELECT {IdempotencyRow.Columns}
            FROM IDEMPOTENCY_RECORD
            WHERE client_id = :client_id
              AND idempotency_key = :idempotency_key
            """,
            new Bindings().Text("client_id", clientId).Text("idempotency_key", key),
            cancellation);
        return row?.ToRecord();
    }
}
