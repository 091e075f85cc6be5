namespace LoApi.ApiFrontend.Authentication;

/// <summary>How callers are authenticated. Section <c>Authentication</c>.</summary>
internal sealed class AuthenticationOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Authentication";

    /// <summary>
    /// The way. Default <see cref="AuthenticationMode.Token"/>; <see cref="AuthenticationMode.DevelopmentHeaders"/> only
    /// in the Development environment.
    /// </summary>
    public AuthenticationMode Mode { get; set; } = AuthenticationMode.Token;

    /// <summary>
    /// Who vouches for the users that clients act for. Default <see cref="UserVerification.Trusted"/>: the clients.
    /// </summary>
    public UserVerification UserVerification { get; set; } = UserVerification.Trusted;
}
