using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using LoApi.PlainAspNet.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LoApi.PlainAspNet.Authentication;

/// <summary>Tokens that a client signed with its own key (HS256), verified as JwtBearer does it.</summary>
internal sealed class PreSharedKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Clients clients)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";

    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    private readonly TokenValidationParameters _rules = new()
    {
        ValidAudience = "loapi",
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RequireExpirationTime = true,
        ClockSkew = TimeSpan.FromSeconds(30),
        IssuerSigningKeyResolver = (_, _, keyId, _) => clients.OfKey(keyId) is { } client ? [client.SecurityKey] : [],
        IssuerValidator = (issuer, token, _) => token is JsonWebToken jwt && clients.OfKey(jwt.Kid)?.Id == issuer
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("The issuer is not the owner of the key."),
    };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var validated = await Tokens.ValidateTokenAsync(header[Prefix.Length..], _rules);
        if (!validated.IsValid || validated.SecurityToken is not JsonWebToken token)
        {
            return AuthenticateResult.Fail("The bearer token is not accepted.");
        }

        if (token.ValidTo - token.IssuedAt > TimeSpan.FromMinutes(5)
            || token.Subject != token.Issuer
            || !token.TryGetPayloadValue<JsonElement>("request_context", out var context))
        {
            return AuthenticateResult.Fail("The bearer token is not accepted.");
        }

        List<Claim> claims = [new("sub", token.Subject), new("jti", token.Id), new("exp", token.ValidTo.ToString("O"))];
        AddClaim(claims, context, "user_id");
        AddClaim(claims, context, "location_id");
        claims.AddRange(clients.OfKey(token.Kid)!.Scopes.Select(scope => new Claim("scope", scope)));
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Unauthorized.ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problem.InsufficientScope.ExecuteAsync(Context);

    private static void AddClaim(List<Claim> claims, JsonElement context, string name)
    {
        if (context.TryGetProperty(name, out var value) && value.GetString() is { } text)
        {
            claims.Add(new(name, text));
        }
    }
}
