using LoApi.Errors;
using LoApi.Storage.Idempotency;
using LoApi.Storage.Sql;
using LoApi.Storage.Tokens;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Pruning;

/// <summary>
/// Removes what writes leave behind and nobody will ask for again: a slice at a time, each in a transaction of its own,
/// between those of writers. Throws <see cref="DatabaseUnavailableException"/> where the database does not answer, and
/// <see cref="OverloadedException"/> where writers leave no room; what was not done is met again.
/// </summary>
public sealed class Pruner
{
    private readonly Database _database;

    internal Pruner(Database database) => _database = database;

    /// <summary>Removes spent tokens that expired before an instant; how many.</summary>
    public async Task<int> RemoveTokensAsync(DateTimeOffset before, int limit, CancellationToken cancellation = default) => await WriteAsync(
        await _database.QueryAsync<SpentTokenRow>(
            $"""
            SELECT token_id
            FROM SPENT_TOKEN
            WHERE expires_at < :before_instant
            ORDER BY expires_at
            {_database.Dialect.Paging}
            """,
            new Bindings().Instant("before_instant", before).Int("row_limit", limit),
            cancellation),
        token => SpentTokenTable.Delete.Row(token.TokenId));

    /// <summary>
    /// Leaves of answers that were recorded before an instant only a tombstone: their key and fingerprint, so that the key is
    /// refused for as long as tombstones are kept. How many.
    /// </summary>
    public async Task<int> EntombAnswersAsync(DateTimeOffset before, int limit, CancellationToken cancellation = default) =>
        await WriteAsync(await ListAnswersAsync(pruned: false, before, limit, cancellation), IdempotencyRow.ToEntomb);

    /// <summary>Removes the tombstones of answers that were recorded before an instant; how many.</summary>
    public async Task<int> RemoveTombstonesAsync(DateTimeOffset before, int limit, CancellationToken cancellation = default) =>
        await WriteAsync(await ListAnswersAsync(pruned: true, before, limit, cancellation), IdempotencyRow.ToDelete);

    private Task<IReadOnlyList<IdempotencyKeyRow>> ListAnswersAsync(bool pruned, DateTimeOffset before, int limit, CancellationToken cancellation) =>
        _database.QueryAsync<IdempotencyKeyRow>(
            $"""
            SELECT client_id, idempotency_key
            FROM IDEMPOTENCY_RECORD
            WHERE pruned = :pruned
              AND created_at < :before_instant
            ORDER BY created_at
            {_database.Dialect.Paging}
            """,
            new Bindings().Bool("pruned", pruned).Instant("before_instant", before).Int("row_limit", limit),
            cancellation);

    private async Task<int> WriteAsync<T>(IReadOnlyList<T> found, Func<T, Row> toRow)
    {
        if (found.Count == 0)
        {
            return 0;
        }

        try
        {
            await using var transaction = await ChangeTransaction.BeginAsync(_database);
            await transaction.WriteAsync(found.Select(toRow)); // Fewer where another process was first, which is as well.
            await transaction.CommitAsync();
            return found.Count;
        }
        catch (Exception exception) when (_database.IsUnavailable(exception))
        {
            throw new DatabaseUnavailableException(exception);
        }
    }

    private sealed class SpentTokenRow
    {
        public required Guid TokenId { get; init; }
    }
}
