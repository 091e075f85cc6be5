namespace LoApi.ApiFrontend.Authentication;

/// <summary>What a token says, its form and its signature checked.</summary>
internal sealed record TokenClaims
{
    /// <summary>The client that signed it: <c>iss</c> and <c>sub</c>.</summary>
    public required string ClientId { get; init; }

    /// <summary>The key that it was signed with: <c>kid</c>.</summary>
    public required string KeyId { get; init; }

    /// <summary><c>jti</c>.</summary>
    public required string TokenId { get; init; }

    /// <summary><c>iat</c>.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary><c>exp</c>; it is accepted for <see cref="TokenRules.ClockSkew"/> longer.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary><c>request_context.user_id</c>, not yet looked up; null where there is none.</summary>
    public string? UserId { get; init; }

    /// <summary><c>request_context.location_id</c>, not yet looked up; null where there is none.</summary>
    public string? LocationId { get; init; }

    /// <summary><c>oidc</c>: the user's ID token; null where there is none.</summary>
    public string? Oidc { get; init; }

    /// <summary><c>ulp_session</c>: the id of the user's ULP session; null where there is none.</summary>
    public string? UlpSession { get; init; }

    /// <summary>Whether <see cref="Oidc"/> and <see cref="UlpSession"/> are not here though the token has one of them.</summary>
    public bool ProofIsLeftOut { get; init; }

    /// <summary>The claims as they are remembered: an ID token may be as long as all else together, many times over, and is a secret.</summary>
    public TokenClaims WithoutProof() =>
        Oidc is null && UlpSession is null ? this : this with { Oidc = null, UlpSession = null, ProofIsLeftOut = true };
}
