namespace LoApi.ApiFrontend.Authentication;

/// <summary>How callers are authenticated. Section <c>Authentication</c>.</summary>
internal sealed class AuthenticationOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Authentication";

    /// <summary>The way; only <see cref="AuthenticationMode.DevelopmentHeaders"/> exists so far.</summary>
    public AuthenticationMode Mode { get; set; } = AuthenticationMode.DevelopmentHeaders;
}
