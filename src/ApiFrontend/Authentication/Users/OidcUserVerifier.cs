using LoApi.Errors;
using LoApi.Subjects;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// Believes the user's ID token: signed by the identity provider, issued for this client, not expired, and its subject the
/// user that the client names (OpenID Connect Core 1.0, 3.1.3.7).
/// </summary>
internal sealed class OidcUserVerifier(
    ProviderKeys keys,
    UserVerdictCache verdicts,
    IGrainFactory grains,
    IOptions<OidcOptions> options,
    TimeProvider time,
    ILogger<OidcUserVerifier> logger) : IUserVerifier
{
    private const int MaxSubjectLength = 255; // OpenID Connect Core 1.0, section 2.

    // What a provider signs with: a secret that clients share could be used by any of them.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly JsonWebTokenHandler Handler = new();

    public async ValueTask<Outcome<VerifiedUser>> VerifyAsync(VerifiedToken token, CancellationToken cancellation)
    {
        if (token.Claims.UserId is not { } user)
        {
            return new VerifiedUser(UserId: null); // That the endpoint needs one is for others to say.
        }

        if (token.Claims.Oidc is not { } idToken || token.Client.OidcAudience is not { } audience)
        {
            return Refuse(token, "the token carries no ID token, or its client has no registration");
        }

        var key = UserVerdictCache.Key(audience, idToken);
        if (verdicts.Find(key) is not { } verdict)
        {
            try
            {
                var (fresh, fault) = await VerifyAnewAsync(idToken, audience, cancellation);
                if (fresh is null)
                {
                    return Refuse(token, fault!);
                }

                verdicts.Add(key, verdict = fresh);
            }
            catch (ProviderUnavailableException away)
            {
                Log.ProviderAway(logger, away.Message);
                return UserRefusal.NotNow;
            }
        }

        return verdict.UserId == user ? new VerifiedUser(user) : Refuse(token, "the ID token is another user's");
    }

    private static bool IsFor(JsonWebToken token, string audience)
    {
        string[] audiences = [.. token.Audiences];
        var hasParty = token.TryGetPayloadValue<string>(JwtRegisteredClaimNames.Azp, out var party);
        return audiences.Contains(audience, StringComparer.Ordinal)
            && (hasParty ? party == audience : audiences.Length == 1); // One of several must say who asked for it.
    }

    private static bool Holds(IEnumerable<SecurityKey> signing, string keyId) =>
        signing.Any(key => string.Equals(key.KeyId, keyId, StringComparison.Ordinal));

    private static string? ReadKeyId(string idToken)
    {
        try
        {
            return Handler.CanReadToken(idToken) && Handler.ReadJsonWebToken(idToken).Kid is { Length: > 0 } keyId ? keyId : null;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            return null; // It looks like a token and is none.
        }
    }

    private Failure Refuse(VerifiedToken token, string why)
    {
        Log.UserNotVerified(logger, token.Client.Id, why);
        return UserRefusal.NotVerified;
    }

    private async Task<(UserVerdict? Verdict, string? Fault)> VerifyAnewAsync(string idToken, string audience, CancellationToken cancellation)
    {
        if (ReadKeyId(idToken) is not { } keyId)
        {
            return (null, "the ID token is none, or names no key");
        }

        var signing = await keys.GetAsync(cancellation);
        if (!Holds(signing, keyId))
        {
            signing = await keys.RenewAsync(signing, cancellation);
        }

        var result = await ValidateAsync(idToken, audience, signing);
        if (!result.IsValid)
        {
            return (null, result.Exception.GetType().Name);
        }

        var validated = (JsonWebToken)result.SecurityToken;
        var user = validated.Subject is { Length: > 0 and <= MaxSubjectLength } subject
            ? await grains.GetGrain<ISubjectGrain>(0).FindUserAsync(validated.Issuer, subject)
            : null;
        if (user is null)
        {
            return (null, "the ID token's subject is no user's");
        }

        var remembered = time.GetUtcNow() + options.Value.VerdictMaxAge;
        var expires = new DateTimeOffset(validated.ValidTo, TimeSpan.Zero); // Perhaps the last instant that there is.
        return (new(user, expires < remembered - TokenRules.ClockSkew ? expires + TokenRules.ClockSkew : remembered), null);
    }

    private Task<TokenValidationResult> ValidateAsync(string idToken, string audience, IEnumerable<SecurityKey> signing) =>
        Handler.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = signing,
            TryAllIssuerSigningKeys = false, // The kid decides.
            ValidIssuer = options.Value.Issuer,
            AudienceValidator = (_, token, _) => token is JsonWebToken read && IsFor(read, audience),
            LifetimeValidator = (from, until, _, _) => HoldsNow(from, until),
            RequireSignedTokens = true,
        });

    // By the service's clock.
    private bool HoldsNow(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now - TokenRules.ClockSkew < until && !(from > now + TokenRules.ClockSkew); // What the token says may be at the end of time.
    }
}
