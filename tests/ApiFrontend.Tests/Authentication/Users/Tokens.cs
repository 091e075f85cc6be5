using LoApi.ApiFrontend.Authentication;
using LoApi.Clients;

namespace LoApi.ApiFrontend.Tests.Authentication.Users;

/// <summary>Clients' tokens that were verified already.</summary>
internal static class Tokens
{
    public static VerifiedToken For(
        DateTimeOffset now, string? user, string? oidc = null, string? session = null, string? audience = "prepay-web") => new(
        new Client
        {
            Id = "prepay",
            Name = "prepay",
            Status = ClientStatus.Active,
            Scopes = ClientScope.All,
            RatePerSecond = 100,
            Burst = 200,
            OidcAudience = audience,
            Keys = [],
            Version = 1,
        },
        new TokenClaims
        {
            ClientId = "prepay",
            KeyId = "prepay.0123456789abcdef",
            TokenId = Guid.NewGuid().ToString(),
            IssuedAt = now,
            ExpiresAt = now.AddMinutes(5),
            UserId = user,
            LocationId = "1",
            Oidc = oidc,
            UlpSession = session,
        });
}
