using LoApi.Operators;

namespace LoApi.Storage.Operators;

/// <summary>A row of OPERATOR_KEY as it is read.</summary>
internal sealed class OperatorRow
{
    /// <summary>What a query selects.</summary>
    public const string Columns = "key_id, operator_name, key_hash, created_at, expires_at, revoked_at";

    public required string KeyId { get; init; }

    public required string OperatorName { get; init; }

    public required string KeyHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public OperatorKey ToKey() => new(KeyId, OperatorName, KeyHash, CreatedAt, ExpiresAt, RevokedAt);
}
