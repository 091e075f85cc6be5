using System.Text.Json;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Operators;
using LoApi.Storage.Audit;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Operators;

/// <summary>What the audit log says of a change of an operator's key. Not even its hash is in it.</summary>
internal static class OperatorAudit
{
    public const string ResourceType = "operator_key";

    public static AuditEntry OfCreation(OperatorKey key, Caller caller) =>
        new(AuditKind.Change, AuditCode.Created, key.CreatedAt, caller)
        {
            ResourceType = ResourceType,
            ResourceId = key.KeyId,
            VersionAfter = 1,
            After = State(key),
        };

    public static AuditEntry OfRevocation(OperatorKey before, DateTimeOffset at, Caller caller) =>
        new(AuditKind.Change, AuditCode.Updated, at, caller)
        {
            ResourceType = ResourceType,
            ResourceId = before.KeyId,
            VersionBefore = 1,
            VersionAfter = 2,
            Before = State(before),
            After = State(before with { RevokedAt = at }),
        };

    private static string State(OperatorKey key) => JsonSerializer.Serialize(new
    {
        id = key.KeyId,
        name = key.Name,
        created_at = Text(key.CreatedAt),
        expires_at = Text(key.ExpiresAt),
        revoked_at = Text(key.RevokedAt),
    });

    private static string? Text(DateTimeOffset? instant) => instant is { } known ? InstantText.Of(known) : null;
}
