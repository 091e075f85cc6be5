using System.Globalization;
using LoApi.Clients;
using LoApi.Json;
using LoApi.Limits;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Clients;

/// <summary>
/// A client with one of its scopes and one of its keys: a client is as many rows as it has pairs of those, one at least.
/// Numbers and instants are read as they are: somebody may have edited them, and a client of whom they make no sense is
/// one that may not call, not one that nobody can look at.
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

    public required object RatePerSecond { get; init; }

    public required object Burst { get; init; }

    public object? DailyQuota { get; init; }

    public string? OidcAudience { get; init; }

    public required object Version { get; init; }

    public string? ScopeName { get; init; }

    public string? KeyId { get; init; }

    public string? Ciphertext { get; init; }

    public object? NotBefore { get; init; }

    public object? RevokedAt { get; init; }

    /// <summary>The clients of rows that are ordered by client, key and scope.</summary>
    public static IEnumerable<Client> ToClients(IEnumerable<ClientRow> rows) => rows
        .GroupBy(row => row.ClientId, StringComparer.Ordinal)
        .Select(group => group.First().ToClient([.. group]));

    private static int Limit(string column, object value, List<string> faults)
    {
        if (StoredValue.TryReadNumber(value, out var number) && number is >= 1 and <= RateLimit.Most)
        {
            return (int)number;
        }

        faults.Add(string.Create(CultureInfo.InvariantCulture, $"{column} is no whole number from 1 to {RateLimit.Most}"));
        return 1;
    }

    private static long? Quota(object? value, List<string> faults)
    {
        if (value is null)
        {
            return null;
        }

        if (StoredValue.TryReadNumber(value, out var number) && number >= 1)
        {
            return number;
        }

        faults.Add("daily_quota is no whole number of at least 1");
        return 1;
    }

    /// <summary>The key; null where it is not known from when to when it holds.</summary>
    private static ClientKey? ToKey(ClientRow row, List<string> faults)
    {
        var before = faults.Count;
        var key = new ClientKey(
            row.KeyId!,
            row.Ciphertext!,
            Instant("not_before", row, row.NotBefore, faults),
            Instant("revoked_at", row, row.RevokedAt, faults));
        return faults.Count == before ? key : null;
    }

    private static DateTimeOffset? Instant(string column, ClientRow row, object? value, List<string> faults)
    {
        if (value is null)
        {
            return null;
        }

        if (StoredValue.TryReadInstant(value, out var instant))
        {
            return instant;
        }

        faults.Add($"{column} of key {row.KeyId} is no instant");
        return null;
    }

    private Client ToClient(IReadOnlyCollection<ClientRow> rows)
    {
        var faults = new List<string>();
        if (!Code<ClientStatus>.TryParse(ClientStatus, out var status))
        {
            faults.Add("client_status is none that this version knows");
        }

        if (!StoredValue.TryReadNumber(Version, out var version))
        {
            faults.Add("version is no number");
        }

        var client = new Client
        {
            Id = ClientId,
            Name = ClientName,
            Status = status,
            Scopes = [.. rows.Select(row => row.ScopeName).OfType<string>().Distinct(StringComparer.Ordinal)],
            RatePerSecond = Limit("rate_per_second", RatePerSecond, faults),
            Burst = Limit("burst", Burst, faults),
            DailyQuota = Quota(DailyQuota, faults),
            OidcAudience = OidcAudience,
            Keys =
            [
                .. rows
                    .Where(row => row.KeyId is not null)
                    .DistinctBy(row => row.KeyId, StringComparer.Ordinal)
                    .Select(row => ToKey(row, faults))
                    .OfType<ClientKey>(),
            ],
            Version = version,
        };
        return faults.Count == 0
            ? client
            : client with { Status = LoApi.Clients.ClientStatus.Disabled, Fault = string.Join("; ", faults) };
    }
}
