namespace LoApi.Callers;

/// <summary>The token that a request came with, as far as a write needs it to spend it.</summary>
/// <param name="Id">Its <c>jti</c>, unique among the tokens of its client.</param>
/// <param name="ExpiresAt">When it ceases to be accepted, clock skew included: until then it must be remembered as spent.</param>
[GenerateSerializer, Immutable, Alias("token-use")]
public sealed record TokenUse(
    [property: Id(0)] string Id,
    [property: Id(1)] DateTimeOffset ExpiresAt)
{
    /// <summary>
    /// The write that it is spent on: SHA-256 over everything that tells two writes apart, 64 hexadecimal digits. Null for
    /// a request that writes nothing.
    /// </summary>
    [Id(2)]
    public string? Fingerprint { get; init; }
}
