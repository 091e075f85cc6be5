using System.Data.Common;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Operators;
using LoApi.Storage.Audit;
using LoApi.Storage.Sql;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Operators;

/// <summary>
/// Reads operators' keys, and writes them for <c>loapi-admin</c>: each change with its record for the audit log, by one
/// transaction. Every method throws <see cref="DatabaseUnavailableException"/> where the database does not answer.
/// </summary>
public sealed class OperatorRepository
{
    private static readonly RowShape Insert = RowShape.Insert(
        "OPERATOR_KEY",
        new Column("key_id", ColumnKind.Text, 16),
        new Column("operator_name", ColumnKind.Text, OperatorKey.MaxNameLength),
        new Column("key_hash", ColumnKind.Text, 64),
        new Column("created_at", ColumnKind.Instant),
        new Column("expires_at", ColumnKind.Instant, Nullable: true));

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal OperatorRepository(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>The key, revoked or not, or null where there is none with this id.</summary>
    public async Task<OperatorKey?> FindAsync(string keyId, CancellationToken cancellation = default)
    {
        var row = await _database.QueryOneAsync<OperatorRow>(
            $"""
            SELECT {OperatorRow.Columns}
            FROM OPERATOR_KEY
            WHERE key_id = :key_id
            """,
            new Bindings().Text("key_id", keyId),
            cancellation);
        return row?.ToKey();
    }

    /// <summary>Every key, by name and age: they are a few.</summary>
    public async Task<IReadOnlyList<OperatorKey>> ListAsync(CancellationToken cancellation = default)
    {
        var rows = await _database.QueryAsync<OperatorRow>(
            $"""
            SELECT {OperatorRow.Columns}
            FROM OPERATOR_KEY
            ORDER BY operator_name, created_at, key_id
            """,
            new Bindings(),
            cancellation);
        return [.. rows.Select(row => row.ToKey())];
    }

    /// <summary>Adds a key, whose id must be new.</summary>
    public async Task<OperatorKey> AddAsync(
        OperatorSecret secret, string name, DateTimeOffset? expiresAt, Caller caller, CancellationToken cancellation = default)
    {
        var key = new OperatorKey(secret.KeyId, name, secret.Hash, _time.GetUtcMicroseconds(), expiresAt?.ToMicroseconds(), RevokedAt: null);
        await WriteAsync(
            async transaction => await transaction.WriteAsync(
            [
                Insert.Row(key.KeyId, key.Name, key.Hash, key.CreatedAt, key.ExpiresAt),
                AuditOutboxTable.ToInsert(OperatorAudit.OfCreation(key, caller)),
            ]),
            cancellation);
        return key;
    }

    /// <summary>Revokes a key; false where there is none with this id, or it was revoked before.</summary>
    public Task<bool> RevokeAsync(string keyId, Caller caller, CancellationToken cancellation = default) => WriteAsync(
        async transaction =>
        {
            var now = _time.GetUtcMicroseconds();
            var revoked = await transaction.ExecuteAsync(
                """
                UPDATE OPERATOR_KEY
                SET revoked_at = :revoked_at
                WHERE key_id = :key_id AND revoked_at IS NULL
                """,
                new Bindings().Instant("revoked_at", now).Text("key_id", keyId));
            if (revoked == 0)
            {
                return false;
            }

            var row = (await transaction.QueryAsync<OperatorRow>(
                $"""
                SELECT {OperatorRow.Columns}
                FROM OPERATOR_KEY
                WHERE key_id = :key_id
                """,
                new Bindings().Text("key_id", keyId))).Single();
            return await transaction.WriteAsync([AuditOutboxTable.ToInsert(OperatorAudit.OfRevocation(row.ToKey() with { RevokedAt = null }, now, caller))]);
        },
        cancellation);

    /// <summary>One transaction, which is committed where what came of it is true.</summary>
    private async Task<bool> WriteAsync(Func<ChangeTransaction, Task<bool>> write, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested(); // Called back once it has begun, its outcome would not be known.
        try
        {
            await using var transaction = await ChangeTransaction.BeginAsync(_database);
            var done = await write(transaction);
            if (done)
            {
                await transaction.CommitAsync();
            }

            return done;
        }
        catch (DbException exception) when (_database.IsUnavailable(exception))
        {
            throw new DatabaseUnavailableException(exception);
        }
    }
}
