using System.Data.Common;
using LoApi.Callers;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Storage.Audit;
using LoApi.Storage.Sql;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Clients;

/// <summary>
/// Writes clients and their keys: for <c>loapi-admin</c> and for the demonstration client. Every change of a client takes
/// the lock of its row first, raises its version, and is recorded in the audit log by the same transaction, as what the
/// given caller did, by default the service itself. Every method throws <see cref="DatabaseUnavailableException"/> where
/// the database does not answer, and <see cref="OverloadedException"/> where its turn to write does not come.
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
    public async Task<bool> AddAsync(Client client, Caller? caller = null, CancellationToken cancellation = default)
    {
        try
        {
            return await WriteAsync(
                caller,
                write => write.RowsAsync(
                [
                    InsertClient.Row(
                        client.Id,
                        client.Name,
                        Code<ClientStatus>.Of(client.Status),
                        client.RatePerSecond,
                        client.Burst,
                        client.DailyQuota,
                        client.OidcAudience,
                        write.Now,
                        write.Now,
                        client.Version),
                    .. client.Scopes.Select(scope => InsertScope.Row(client.Id, scope)),
                    .. client.Keys.Select(key => KeyRow(client.Id, key, write.Now)),
                    AuditOutboxTable.ToInsert(ClientAudit.OfCreation(client, write.Now, write.Caller)),
                ]),
                added => added,
                cancellation);
        }
        catch (DbException exception) when (_database.Dialect.Classify(exception) == StorageFault.UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>Adds a key, which must be new, to a client that may call.</summary>
    public Task<ClientChange> AddKeyAsync(string clientId, ClientKey key, Caller? caller = null, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            caller,
            async (write, client) =>
            {
                if (client.Status == ClientStatus.Disabled)
                {
                    return ClientChange.ClientDisabled;
                }

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

                await write.RowsAsync([KeyRow(clientId, key, write.Now)]);
                return ClientChange.Done;
            },
            cancellation);

    /// <summary>
    /// Ends a key at an instant, or now, which holds whatever the clocks of others say. A key that ends earlier already
    /// stays as it is, so a revocation is never taken back.
    /// </summary>
    public Task<ClientChange> RevokeKeyAsync(
        string clientId, string keyId, DateTimeOffset? at = null, Caller? caller = null, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            caller,
            async (write, _) =>
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
    public Task<ClientChange> DisableAsync(string clientId, Caller? caller = null, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            caller,
            async (write, _) =>
            {
                await write.ExecuteAsync(
                    """
                    UPDATE CLIENT_KEY
                    SET revoked_at = :revoked_at
                    WHERE client_id = :client_id AND (revoked_at IS NULL OR revoked_at > :later_than)
                    """,
                    new Bindings().Instant("revoked_at", Ended).Text("client_id", clientId).Instant("later_than", Ended));
                await write.RowsAsync([UpdateStatus.Row(Code<ClientStatus>.Of(ClientStatus.Disabled), clientId)]);
                return ClientChange.Done;
            },
            cancellation);

    /// <summary>Lets a disabled client call again, with the keys that it is given from now on.</summary>
    public Task<ClientChange> EnableAsync(string clientId, Caller? caller = null, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            caller,
            async (write, _) =>
            {
                await write.RowsAsync([UpdateStatus.Row(Code<ClientStatus>.Of(ClientStatus.Active), clientId)]);
                return ClientChange.Done;
            },
            cancellation);

    /// <summary>Sets what a client may ask for.</summary>
    public Task<ClientChange> SetLimitsAsync(
        string clientId, int ratePerSecond, int burst, long? dailyQuota, Caller? caller = null, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            caller,
            async (write, _) =>
            {
                await write.RowsAsync([UpdateLimits.Row(ratePerSecond, burst, dailyQuota, clientId)]);
                return ClientChange.Done;
            },
            cancellation);

    /// <summary>Puts another ciphertext of the same key in the place of the one that is there.</summary>
    public Task<ClientChange> ReplaceCiphertextAsync(
        string clientId, string keyId, string ciphertext, Caller? caller = null, CancellationToken cancellation = default) =>
        ChangeAsync(
            clientId,
            caller,
            async (write, _) => await write.RowsAsync([UpdateCiphertext.Row(ciphertext, keyId, clientId)]) ? ClientChange.Done : ClientChange.NoSuchKey,
            cancellation);

    /// <summary>What stands for a foreseen end. One that is now or past becomes <see cref="Ended"/>.</summary>
    private static DateTimeOffset EndAt(DateTimeOffset? at, DateTimeOffset now) =>
        at is { } instant && instant > now ? instant.ToMicroseconds() : Ended;

    private static Row KeyRow(string clientId, ClientKey key, DateTimeOffset now) =>
        InsertKey.Row(key.KeyId, clientId, key.Ciphertext, now, key.NotBefore, key.RevokedAt);

    private Task<ClientChange> ChangeAsync(
        string clientId, Caller? caller, Func<ClientWrite, Client, Task<ClientChange>> change, CancellationToken cancellation) =>
        WriteAsync(
            caller,
            async write =>
            {
                var locked = await write.ExecuteAsync(
                    """
                    UPDATE API_CLIENT
                    SET version = version + 1, updated_at = :updated_at
                    WHERE client_id = :client_id
                    """,
                    new Bindings().Instant("updated_at", write.Now).Text("client_id", clientId));
                if (locked == 0)
                {
                    return ClientChange.NoSuchClient;
                }

                var before = await write.FindAsync(clientId);
                var result = await change(write, before);
                if (result == ClientChange.Done)
                {
                    var entry = ClientAudit.OfChange(before, await write.FindAsync(clientId), write.Now, write.Caller);
                    await write.RowsAsync([AuditOutboxTable.ToInsert(entry)]);
                }

                return result;
            },
            result => result == ClientChange.Done,
            cancellation);

    /// <summary>One transaction, which is committed where what came of it says so.</summary>
    private async Task<T> WriteAsync<T>(Caller? caller, Func<ClientWrite, Task<T>> write, Func<T, bool> isDone, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested(); // Called back once it has begun, its outcome would not be known.
        try
        {
            await using var transaction = await ChangeTransaction.BeginAsync(_database);
            var result = await write(new ClientWrite(transaction, _time.GetUtcMicroseconds(), caller ?? Caller.System));
            if (isDone(result))
            {
                await transaction.CommitAsync();
            }

            return result;
        }
        catch (Exception exception) when (_database.IsUnavailable(exception))
        {
            throw new DatabaseUnavailableException(exception);
        }
    }

    /// <summary>One transaction about one client.</summary>
    private sealed class ClientWrite(ChangeTransaction transaction, DateTimeOffset now, Caller caller)
    {
        public DateTimeOffset Now => now;

        public Caller Caller => caller;

        /// <summary>False where a row that was to be changed is not there.</summary>
        public Task<bool> RowsAsync(IEnumerable<Row> rows) => transaction.WriteAsync(rows);

        public Task<int> ExecuteAsync(string sql, Bindings bindings) => transaction.ExecuteAsync(sql, bindings);

        public async Task<int> CountAsync(string sql, Bindings bindings) => (await transaction.QueryAsync<int>(sql, bindings)).Single();

        /// <summary>The client as this transaction sees it, whose row it has locked.</summary>
        public async Task<Client> FindAsync(string clientId) => ClientRow.ToClients(await transaction.QueryAsync<ClientRow>(
            $"""
            {ClientRow.Select}
            WHERE c.client_id = :client_id
            ORDER BY c.client_id, k.key_id, s.scope_name
            """,
            new Bindings().Instant("now", now).Text("client_id", clientId))).Single();
    }
}
