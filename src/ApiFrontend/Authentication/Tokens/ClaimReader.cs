using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Holds the claims of a token whose signature is right against the rules.</summary>
internal static class ClaimReader
{
    /// <summary>The claims; false with the first fault that is found.</summary>
    public static bool TryRead(
        JsonElement claims,
        string clientId,
        string keyId,
        DateTimeOffset now,
        [NotNullWhen(true)] out TokenClaims? read,
        out TokenFault fault)
    {
        read = null;
        fault = default;
        if (!Is(claims, "iss", clientId) || !Is(claims, "sub", clientId))
        {
            fault = TokenFault.Issuer;
        }
        else if (!IsForUs(claims))
        {
            fault = TokenFault.Audience;
        }
        else if (!TryReadTime(claims, "iat", out var issuedAt) || !TryReadTime(claims, "exp", out var expiresAt))
        {
            fault = TokenFault.Times;
        }
        else if (TimeFault(claims, issuedAt, expiresAt, now) is { } timeFault)
        {
            fault = timeFault;
        }
        else if (!TryReadText(claims, "jti", out var tokenId) || tokenId is not { Length: > 0 and <= TokenRules.MaxTokenIdLength } || tokenId.Any(char.IsControl))
        {
            fault = TokenFault.TokenId;
        }
        else if (!TryReadContext(claims, out var userId, out var locationId))
        {
            fault = TokenFault.RequestContext;
        }
        else if (!TryReadText(claims, "oidc", out var oidc) || !TryReadText(claims, "ulp_session", out var ulpSession))
        {
            fault = TokenFault.UserProof;
        }
        else
        {
            read = new()
            {
                ClientId = clientId,
                KeyId = keyId,
                TokenId = tokenId,
                IssuedAt = issuedAt,
                ExpiresAt = expiresAt,
                UserId = userId,
                LocationId = locationId,
                Oidc = oidc,
                UlpSession = ulpSession,
            };
        }

        return read is not null;
    }

    /// <summary>Claims with what proves their user, from the token that they were read of.</summary>
    public static TokenClaims WithProof(TokenClaims read, JsonElement claims) =>
        TryReadText(claims, "oidc", out var oidc) && TryReadText(claims, "ulp_session", out var ulpSession)
            ? read with { Oidc = oidc, UlpSession = ulpSession, ProofIsLeftOut = false }
            : read;

    private static TokenFault? TimeFault(JsonElement claims, DateTimeOffset issuedAt, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        var latest = now + TokenRules.ClockSkew;
        if (claims.TryGetProperty("nbf", out _) && (!TryReadTime(claims, "nbf", out var notBefore) || notBefore > latest))
        {
            return TokenFault.NotYet;
        }

        return issuedAt > latest ? TokenFault.NotYet
            : expiresAt <= issuedAt || expiresAt - issuedAt > TokenRules.MaxLifetime ? TokenFault.LongLived
            : now >= expiresAt + TokenRules.ClockSkew ? TokenFault.Expired
            : null;
    }

    private static bool Is(JsonElement claims, string name, string value) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.String && claim.ValueEquals(value);

    /// <summary>A text, or an array of one: a token for others too could be used here by them.</summary>
    private static bool IsForUs(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out var audience))
        {
            return false;
        }

        if (audience.ValueKind == JsonValueKind.Array && audience.GetArrayLength() == 1)
        {
            audience = audience[0];
        }

        return audience.ValueKind == JsonValueKind.String && audience.ValueEquals(TokenRules.Audience);
    }

    private static bool TryReadTime(JsonElement claims, string name, out DateTimeOffset time)
    {
        time = default;
        return claims.TryGetProperty(name, out var claim) && NumericDate.TryRead(claim, out time);
    }

    private static bool TryReadContext(JsonElement claims, out string? userId, out string? locationId)
    {
        userId = null;
        locationId = null;
        return !claims.TryGetProperty("request_context", out var context)
            || (context.ValueKind == JsonValueKind.Object
                && TryReadText(context, "user_id", out userId)
                && TryReadText(context, "location_id", out locationId));
    }

    /// <summary>A text; null where the member is not there or is null; false where it is something else.</summary>
    private static bool TryReadText(JsonElement members, string name, out string? text)
    {
        text = null;
        if (!members.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (member.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        text = member.GetString();
        return true;
    }
}
