namespace LoApi.ApiFrontend.Authentication;

/// <summary>What a token may be.</summary>
internal static class TokenRules
{
    /// <summary>The one algorithm, which the kind of key implies; a token's header is only held against it.</summary>
    public const string Algorithm = "HS256";

    /// <summary>The <c>typ</c> of a token.</summary>
    public const string Type = "JWT";

    /// <summary>The <c>aud</c> of a token: this service.</summary>
    public const string Audience = "loapi";

    /// <summary>Characters that a token has at most: enough for an ID token inside it.</summary>
    public const int MaxLength = 8 * 1024;

    /// <summary>Characters that a <c>jti</c> has at most.</summary>
    public const int MaxTokenIdLength = 128;

    /// <summary>Characters of <c>user_id</c> and of <c>location_id</c> up to which a token is remembered: more than any has that there is.</summary>
    public const int MaxRememberedIdLength = 64;

    /// <summary>How deep header and claims may be nested.</summary>
    public const int MaxDepth = 8;

    /// <summary>The most that lies between <c>iat</c> and <c>exp</c>.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromSeconds(300);

    /// <summary>How far a client's clock may be off.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
}
