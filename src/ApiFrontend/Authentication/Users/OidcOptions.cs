namespace LoApi.ApiFrontend.Authentication;

/// <summary>The identity provider whose ID tokens say who a user is. Section <c>Authentication:Oidc</c>.</summary>
internal sealed class OidcOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Authentication:Oidc";

    /// <summary>
    /// The provider's issuer identifier (OpenID Connect Discovery 1.0), an https URL: what <c>iss</c> must be, and under
    /// which <c>/.well-known/openid-configuration</c> is read. Needed where users are verified by <c>Oidc</c>. Plain http
    /// is accepted for a loopback address only.
    /// </summary>
    public string? Issuer { get; set; }

    /// <summary>
    /// How long the provider's keys are used without asking it again: with <see cref="VerdictMaxAge"/>, the bound on how
    /// late a key that it withdrew is noticed, as long as it answers. From half of it on they are read again beside the
    /// requests. Default 1 hour, 5 minutes to 1 day.
    /// </summary>
    public TimeSpan KeysMaxAge { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long keys are used while the provider does not answer. Default 12 hours, from <see cref="KeysMaxAge"/> to 1 day.
    /// </summary>
    public TimeSpan KeysMaxStale { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// How often at most the keys are read because a token names one that is not known, or because the last reading
    /// failed. Default 10 seconds, from 1 second to half of <see cref="KeysMaxAge"/>.
    /// </summary>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one reading may take. Default 5 seconds, at most 30.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a verified ID token is remembered, if it does not expire earlier: the bound on how late a change of the
    /// mapping from subjects to users is noticed. A withdrawn key is noticed <see cref="KeysMaxAge"/> later than that.
    /// Default 30 seconds, at most 5 minutes.
    /// </summary>
    public TimeSpan VerdictMaxAge { get; set; } = TimeSpan.FromSeconds(30);
}
