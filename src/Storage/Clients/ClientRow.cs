using LoApi.Clients;

namespace LoApi.Storage.Clients;

/// <summary>
/// A client with one of its scopes and one of its keys: a client is as many rows as it has pairs of those, one at least.
/// </summary>
internal sealed class ClientRow
{
    /// <summary>What a query selects, and from where. <c>:now</c> leaves out the keys that hold no more.</summary>
    public const string Select =
        """
        SELECT c.client_id, c.client_name, c.client_status, c.rate_per_second, c.burst, c.daily_quota, c.oidc_audience,
          c.version, s.scope_name, k.key_id, k.ciphertext, k.not_before, k.revoked_at
        FROM API_CLIENT c
        LEFT JOIN CLIENT_SCOPE s ON s.client_id = c.client_id
        LEFT JOIN CLIENT_KEY k ON k.client_id = c.client_id AND (k.revoked_at IS NULL OR k.revoked_at > :now)
        """;

    public required string ClientId { get; init; }

    public required string ClientName { get; init; }

    public required string ClientStatus { get; init; }

    public required int RatePerSecond { get; init; }

    public required int Burst { get; init; }

    public long? DailyQuota { get; init; }

    public string? OidcAudience { get; init; }

    public required long Version { get; init; }

    public string? ScopeName { get; init; }

    public string? KeyId { get; init; }

    public string? Ciphertext { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The clients of rows that are ordered by client, key and scope.</summary>
    public static IEnumerable<Client> ToClients(IEnumerable<ClientRow> rows) => rows
        .GroupBy(row => row.ClientId, StringComparer.Ordinal)
        .Select(group => group.First().ToClient([.. group]));

    private Client ToClient(IReadOnlyCollection<ClientRow> rows) => new()
    {
        Id = ClientId,
        Name = ClientName,
        // One that this version does not know lets nobody in.
        Status = Json.Code<ClientStatus>.TryParse(ClientStatus, out var status) ? status : LoApi.Clients.ClientStatus.Disabled,
        Scopes = [.. rows.Select(row => row.ScopeName).OfType<string>().Distinct(StringComparer.Ordinal)],
        RatePerSecond = RatePerSecond,
        Burst = Burst,
        DailyQuota = DailyQuota,
        OidcAudience = OidcAudience,
        Keys =
        [
            .. rows
                .Where(row => row.KeyId is not null)
                .DistinctBy(row => row.KeyId, StringComparer.Ordinal)
                .Select(row => new ClientKey(row.KeyId!, row.Ciphertext!, row.NotBefore, row.RevokedAt)),
        ],
        Version = Version,
    };
}
