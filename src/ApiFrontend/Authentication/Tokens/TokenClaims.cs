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
}
