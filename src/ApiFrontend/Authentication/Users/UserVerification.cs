namespace LoApi.ApiFrontend.Authentication;

/// <summary>Who vouches for the user that a client acts for.</summary>
internal enum UserVerification
{
    /// <summary>The client: it has verified its user, and <c>request_context.user_id</c> is believed.</summary>
    Trusted,

    /// <summary>The identity provider of <see cref="OidcOptions"/>, by the user's ID token in the claim <c>oidc</c>.</summary>
    Oidc,

    /// <summary>The ULP endpoint of <see cref="UlpOptions"/>, by the user's session in the claim <c>ulp_session</c>.</summary>
    Ulp,
}
