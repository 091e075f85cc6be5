using System.Text.Json;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Clients;
using LoApi.Json;
using LoApi.Storage.Audit;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Clients;

/// <summary>What the audit log says of a change of a client. Keys are named by their ids; not even their ciphertext is in it.</summary>
internal static class ClientAudit
{
    public const string ResourceType = "client";

    public static AuditEntry OfCreation(Client client, DateTimeOffset occurredAt, Caller caller) =>
        Of(AuditCode.Created, client.Id, occurredAt, caller) with { VersionAfter = client.Version, After = State(client) };

    public static AuditEntry OfChange(Client before, Client after, DateTimeOffset occurredAt, Caller caller) =>
        Of(AuditCode.Updated, after.Id, occurredAt, caller) with
        {
            VersionBefore = after.Version - 1,
            VersionAfter = after.Version,
            Before = State(before),
            After = State(after),
        };

    private static AuditEntry Of(string code, string clientId, DateTimeOffset occurredAt, Caller caller) =>
        new(AuditKind.Change, code, occurredAt, caller) { ResourceType = ResourceType, ResourceId = clientId };

    private static string State(Client client) => JsonSerializer.Serialize(new
    {
        id = client.Id,
        name = client.Name,
        status = Code<ClientStatus>.Of(client.Status),
        scopes = client.Scopes.AsEnumerable(),
        rate_per_second = client.RatePerSecond,
        burst = client.Burst,
        daily_quota = client.DailyQuota,
        oidc_audience = client.OidcAudience,
        keys = client.Keys.Select(key => new { key_id = key.KeyId, not_before = Text(key.NotBefore), revoked_at = Text(key.RevokedAt) }),
        fault = client.Fault,
    });

    private static string? Text(DateTimeOffset? instant) => instant is { } known ? InstantText.Of(known) : null;
}
