using System.Security.Cryptography;
using LoApi.ApiFrontend.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LoApi.ApiFrontend.Tests.Authentication.Users;

/// <summary>An identity provider: discovery, keys, and ID tokens as a test wants them.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private RsaSecurityKey _key = NewKey();
    private List<RsaSecurityKey> _published = [];
    private LoopbackApp? _app;

    private IdentityProvider() => _published = [_key];

    public LoopbackApp App => _app!;

    public string Issuer => App.Address;

    /// <summary>What the metadata call the issuer; the address by default.</summary>
    public string? NamedIssuer { get; set; }

    /// <summary>How often the keys were read.</summary>
    public int KeyReads { get; private set; }

    /// <summary>What it signs with at present.</summary>
    public SigningCredentials Credentials => new(_key, SecurityAlgorithms.RsaSha256);

    public static async Task<IdentityProvider> StartAsync()
    {
        var provider = new IdentityProvider();
        provider._app = await LoopbackApp.StartAsync(app =>
        {
            app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
            {
                ["issuer"] = provider.NamedIssuer ?? provider.Issuer,
                ["jwks_uri"] = provider.Issuer + "/keys",
            }));
            app.MapGet("/keys", () =>
            {
                provider.KeyReads++;
                return Results.Json(new { keys = provider._published.Select(Public) });
            });
        });
        return provider;
    }

    /// <summary>Signs with a new key from now on, and publishes it alone or beside the old one.</summary>
    public void Rotate(bool keepOld)
    {
        _key = NewKey();
        _published = keepOld ? [.. _published, _key] : [_key];
    }

    /// <summary>An ID token; members that are null are left out.</summary>
    public string Sign(DateTimeOffset now, Action<Dictionary<string, object?>>? change = null, SigningCredentials? credentials = null)
    {
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = Issuer,
            ["sub"] = "subject-1",
            ["aud"] = "prepay-web",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        change?.Invoke(claims);
        var present = claims.Where(claim => claim.Value is not null).ToDictionary(claim => claim.Key, claim => claim.Value!);
        return Sensitive.Keep(Handler.CreateToken(
            System.Text.Json.JsonSerializer.Serialize(present), credentials ?? Credentials));
    }

    /// <summary>The public key, as everybody can read it, to be used for another algorithm.</summary>
    public SigningCredentials PublicKeyAsSecret() => new(
        new SymmetricSecurityKey(_key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = _key.KeyId }, SecurityAlgorithms.HmacSha256);

    /// <summary>A key of somebody else's under the id of the provider's.</summary>
    public SigningCredentials ForgedKey()
    {
        var forged = NewKey();
        forged.KeyId = _key.KeyId;
        return new(forged, SecurityAlgorithms.RsaSha256);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    private static object Public(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = key.KeyId,
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }
}
