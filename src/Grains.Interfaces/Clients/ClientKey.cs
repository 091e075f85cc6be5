namespace LoApi.Clients;

/// <summary>A key that a client signs its tokens with. Only who holds the master key can read it.</summary>
/// <param name="KeyId">The <c>kid</c> of tokens signed with it, in the form of <see cref="ClientKeyId"/>; unique among all clients.</param>
/// <param name="Ciphertext">The key, encrypted: see <see cref="ClientKeyCipher"/>.</param>
/// <param name="NotBefore">When it begins to hold; null where it always has.</param>
/// <param name="RevokedAt">When it ceases to hold; null where that is not foreseen.</param>
[GenerateSerializer, Immutable, Alias("client-key")]
public sealed record ClientKey(
    [property: Id(0)] string KeyId,
    [property: Id(1)] string Ciphertext,
    [property: Id(2)] DateTimeOffset? NotBefore = null,
    [property: Id(3)] DateTimeOffset? RevokedAt = null)
{
    /// <summary>Whether it holds at this instant.</summary>
    public bool HoldsAt(DateTimeOffset now) => !(NotBefore > now) && !(RevokedAt <= now);
}
