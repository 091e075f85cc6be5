using System.Data.Common;
using Dapper;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Clients;

/// <summary>
/// Writes clients and their keys: for <c>loapi-admin</c> and for the demonstration client. Every change of a client takes
/// the lock of its row first, and raises its version. Every method throws <see cref="DatabaseUnavailableException"/> where
/// the database does not answer.
/// </summary>
public sealed class ClientRegistry
{
    /// <summary>Keys of one client that hold or will hold, at most: the one of today and the one that follows it.</summary>
    public const int MaxLiveKeys = 2;

    private static readonly RowShape InsertClient = RowShape.Insert(
        "API_CLIENT",
        new Column("client_id", ColumnKind.Text, ClientId.MaxLength),
        new Column("client_name", ColumnKind.Text, 100),
        new Column("client_status", ColumnKind.Text, 20),
        new Column("rate_per_second", ColumnKind.Int),
        new Column("burst", ColumnKind.Int),
        new Column("daily_quota", ColumnKind.Long, Nullable: true),
        new Column("oidc_audience", ColumnKind.Text, 255, Nullable: true),
        new Column("created_at", ColumnKind.Instant),
        new Column("updated_at", ColumnKind.Instant),
        new Column("version", ColumnKind.Long));

    private static readonly RowShape InsertScope = RowShape.Insert(
        "CLIENT_SCOPE",
        new Column("client_id", ColumnKind.Text, ClientId.MaxLength),
        new Column("scope_name", ColumnKind.Text, 40));

    private static readonly RowShape InsertKey = RowShape.Insert(
        "CLIENT_KEY",
        new Column("key_id", ColumnKind.Text, 60),
        new Column("client_id", ColumnKind.Text, ClientId.MaxLength),
        new Column("ciphertext", ColumnKind.Text, 200),
        new Column("created_at", ColumnKind.Instant),
        new Column("not_before", ColumnKind.Instant, Nullable: true),
        new Column("revoked_at", ColumnKind.Instant, Nullable: true));

    private static readonly RowShape UpdateLimits = RowShape.Update(
        "API_CLIENT",
        [
            new("rate_per_second", ColumnKind.Int),
            new("burst", ColumnKind.Int),
            new("daily_quota", ColumnKind.Long, Nullable: true),
        ],
        [new("client_id", ColumnKind.Text, ClientId.MaxLength)]);

    private static readonly RowShape UpdateStatus = RowShape.Update(
        "API_CLIENT",
        [new("client_status", ColumnKind.Text, 20)],
        [new("client_id", ColumnKind.Text, ClientId.MaxLength)]);

    private static readonly RowShape UpdateCiphertext = RowShape.Update(
        "CLIENT_KEY",
        [new("ciphertext", ColumnKind.Text, 200)],
        [new("key_id", ColumnKind.Text, 60), new("client_id", ColumnKind.Text, ClientId.MaxLength)]);

    /// <summary>
    /// The end of a key that holds no more from now on. Whether it holds is judged by other machines' clocks, so the end is
    /// past by any of them; when it was ended is the client's <c>updated_at</c>.
    /// </summary>
    private static readonly DateTimeOffset Ended = DateTimeOffset.UnixEpoch;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ClientRegistry(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Adds a client with its scopes and its keys; false where there is one with this id, or with this key's id.</summary>
    public async Task<bool> AddAsync(Client client, CancellationToken cancellation = default)
    {
        try
        {
            await WriteAsync(
                async write =>
                {
                    await write.RowAsync(InsertClient.Row(
                        client.Id,
                        client.Name,
                        Code<ClientStatus>.Of(client.Status),
                        client.RatePerSecond,
                        client.Burst,
                        client.DailyQuota,
                        client.OidcAudience,
                        write.Now,
                        write.Now,
                        client.Version));
                    foreach (var scope in client.Scopes)
                    {
                        await write.RowAsync(InsertScope.Row(client.Id, scope));
                    }

                    foreach (var key in client.Keys)
                    {
                        await write.RowAsync(KeyRow(client.Id, key, write.Now));
                    }

                    return true;
                },
                cancellation);
            return true;
        }
        catch (DbException exception) when (_database.Dialect.Classify(exception) == StorageFault.UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>Adds a key, which must be new.</summary>
    public Task<ClientChange> AddKeyAsync(string clientId, ClientKey key, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            async write =>
            {
                var known = await write.CountAsync(
                    """
                    SELECT COUNT(*)
                    FROM CLIENT_KEY
                    WHERE key_id = :key_id
                    """,
                    new Bindings().Text("key_id", key.KeyId));
                if (known > 0)
                {
                    return ClientChange.KeyExists;
                }

                var live = await write.CountAsync(
                    """
                    SELECT COUNT(*)
                    FROM CLIENT_KEY
                    WHERE client_id = :client_id AND (revoked_at IS NULL OR revoked_at > :now)
                    """,
                    new Bindings().Text("client_id", clientId).Instant("now", write.Now));
                if (live >= MaxLiveKeys)
                {
                    return ClientChange.TooManyKeys;
                }

                await write.RowAsync(KeyRow(clientId, key, write.Now));
                return ClientChange.Done;
            },
            cancellation);

    /// <summary>
    /// Ends a key at an instant, or now, which holds whatever the clocks of others say. A key that ends earlier already
    /// stays as it is, so a revocation is never taken back.
    /// </summary>
    public Task<ClientChange> RevokeKeyAsync(string clientId, string keyId, DateTimeOffset? at = null, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            async write =>
            {
                var known = await write.CountAsync(
                    """
                    SELECT COUNT(*)
                    FROM CLIENT_KEY
                    WHERE key_id = :key_id AND client_id = :client_id
                    """,
                    new Bindings().Text("key_id", keyId).Text("client_id", clientId));
                if (known == 0)
                {
                    return ClientChange.NoSuchKey;
                }

                var end = EndAt(at, write.Now);
                await write.ExecuteAsync(
                    """
                    UPDATE CLIENT_KEY
                    SET revoked_at = :revoked_at
                    WHERE key_id = :key_id AND client_id = :client_id AND (revoked_at IS NULL OR revoked_at > :later_than)
                    """,
                    new Bindings()
                        .Instant("revoked_at", end)
                        .Text("key_id", keyId)
                        .Text("client_id", clientId)
                        .Instant("later_than", end));
                return ClientChange.Done;
            },
            cancellation);

    /// <summary>Ends all keys of a client now and disables it.</summary>
    public Task<ClientChange> DisableAsync(string clientId, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            async write =>
            {
                await write.ExecuteAsync(
                    """
                    UPDATE CLIENT_KEY
                    SET revoked_at = :revoked_at
                    WHERE client_id = :client_id AND (revoked_at IS NULL OR revoked_at > :later_than)
                    """,
                    new Bindings().Instant("revoked_at", Ended).Text("client_id", clientId).Instant("later_than", Ended));
                await write.RowAsync(UpdateStatus.Row(Code<ClientStatus>.Of(ClientStatus.Disabled), clientId));
                return ClientChange.Done;
            },
            cancellation);

    /// <summary>Lets a disabled client call again, with the keys that it is given from now on.</summary>
    public Task<ClientChange> EnableAsync(string clientId, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            async write =>
            {
                await write.RowAsync(UpdateStatus.Row(Code<ClientStatus>.Of(ClientStatus.Active), clientId));
                return ClientChange.Done;
            },
            cancellation);

    /// <summary>Sets what a client may ask for.</summary>
    public Task<ClientChange> SetLimitsAsync(
        string clientId, int ratePerSecond, int burst, long? dailyQuota, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            async write =>
            {
                await write.RowAsync(UpdateLimits.Row(ratePerSecond, burst, dailyQuota, clientId));
                return ClientChange.Done;
            },
            cancellation);

    /// <summary>Puts another ciphertext of the same key in the place of the one that is there.</summary>
    public Task<ClientChange> ReplaceCiphertextAsync(string clientId, string keyId, string ciphertext, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            async write =>
            {
                var touched = await write.RowAsync(UpdateCiphertext.Row(ciphertext, keyId, clientId));
                return touched == 1 ? ClientChange.Done : ClientChange.NoSuchKey;
            },
            cancellation);

    /// <summary>What stands for a foreseen end. One that is now or past becomes <see cref="Ended"/>.</summary>
    private static DateTimeOffset EndAt(DateTimeOffset? at, DateTimeOffset now) =>
        at is { } instant && instant > now ? instant.ToMicroseconds() : Ended;

    private static Row KeyRow(string clientId, ClientKey key, DateTimeOffset now) =>
        InsertKey.Row(key.KeyId, clientId, key.Ciphertext, now, key.NotBefore, key.RevokedAt);

    private Task<ClientChange> ChangeAsync(string clientId, Func<ClientWrite, Task<ClientChange>> change, CancellationToken cancellation) =>
        WriteAsync(
            async write =>
            {
                var locked = await write.ExecuteAsync(
                    """
                    UPDATE API_CLIENT
                    SET version = version + 1, updated_at = :updated_at
                    WHERE client_id = :client_id
                    """,
                    new Bindings().Instant("updated_at", write.Now).Text("client_id", clientId));
                return locked == 1 ? await change(write) : ClientChange.NoSuchClient;
            },
            cancellation);

    private async Task<T> WriteAsync<T>(Func<ClientWrite, Task<T>> write, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await _database.OpenAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var result = await write(new ClientWrite(_database, connection, transaction, _time.GetUtcMicroseconds(), cancellation));
            if (result is ClientChange and not ClientChange.Done)
            {
                await transaction.RollbackAsync(cancellation);
                return result;
            }

            await transaction.CommitAsync(CancellationToken.None); // Called back now, its outcome would not be known.
            return result;
        }
        catch (Exception exception) when (_database.IsUnavailable(exception))
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DatabaseUnavailableException(exception);
        }
    }

    /// <summary>One transaction about one client.</summary>
    private sealed class ClientWrite(
        Database database, DbConnection connection, DbTransaction transaction, DateTimeOffset now, CancellationToken cancellation)
    {
        public DateTimeOffset Now => now;

        public Task<int> RowAsync(Row row) => database.WriteAsync(connection, transaction, row.Shape, [row.Values], cancellation);

        public Task<int> ExecuteAsync(string sql, Bindings bindings) => connection.ExecuteAsync(Command(sql, bindings));

        public Task<int> CountAsync(string sql, Bindings bindings) => connection.ExecuteScalarAsync<int>(Command(sql, bindings));

        private CommandDefinition Command(string sql, Bindings bindings) =>
            new(sql, bindings.For(database.Dialect), transaction, database.Options.CommandTimeoutSeconds, cancellationToken: cancellation);
    }
}
