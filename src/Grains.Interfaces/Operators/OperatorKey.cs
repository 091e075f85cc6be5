namespace LoApi.Operators;

/// <summary>A key by which an operator signs in at <c>/ops</c>, as it is stored: of its secret, a hash.</summary>
/// <param name="KeyId">Its id, twelve hexadecimal digits.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Hash">SHA-256 of the secret, 64 hexadecimal digits.</param>
/// <param name="CreatedAt">Since when there is the key.</param>
/// <param name="ExpiresAt">Until when it is good; null for as long as nobody revokes it.</param>
/// <param name="RevokedAt">When it was revoked, or null.</param>
[GenerateSerializer, Immutable, Alias("operator-key")]
public sealed record OperatorKey(
    [property: Id(0)] string KeyId,
    [property: Id(1)] string Name,
    [property: Id(2)] string Hash,
    [property: Id(3)] DateTimeOffset CreatedAt,
    [property: Id(4)] DateTimeOffset? ExpiresAt,
    [property: Id(5)] DateTimeOffset? RevokedAt)
{
    /// <summary>Characters of a name at most.</summary>
    public const int MaxNameLength = 60;

    /// <summary>Keys in a list at most.</summary>
    public const int MaxListed = 1_000;

    /// <summary>Whether it is good at an instant.</summary>
    public bool HoldsAt(DateTimeOffset instant) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > instant);
}
