using LoApi.Errors;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Tokens;

/// <summary>Reads which tokens are spent. Throws <see cref="DatabaseUnavailableException"/> where the database does not answer.</summary>
public sealed class SpentTokenRepository
{
    private readonly Database _database;

    internal SpentTokenRepository(Database database) => _database = database;

    /// <summary>The fingerprint of the write that spent a client's token, or null where none did, or longer ago than the token was accepted.</summary>
    public Task<string?> FindWriteAsync(string clientId, string tokenId, CancellationToken cancellation = default) =>
        _database.QueryOneAsync<string>(
            """
            SELECT fingerprint
            FROM SPENT_TOKEN
            WHERE token_id = :token_id
            """,
            new Bindings().Uuid("token_id", SpentTokenTable.IdOf(clientId, tokenId)),
            cancellation);
}
