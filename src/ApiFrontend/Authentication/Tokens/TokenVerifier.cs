using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LoApi.ApiFrontend.Limits;
using LoApi.Clients;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// Verifies tokens. What a token says is remembered by the token's SHA-256 until it expires; whether its client and key
/// still hold is asked again each time, of <see cref="KnownClients"/>, so a revocation ends remembered tokens too.
/// </summary>
internal sealed class TokenVerifier(KnownClients clients, TokenCache cache, TimeProvider time)
{
    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>Looks whether it is a token that was verified before.</summary>
    public PresentedToken Look(string token)
    {
        var hash = Hash(token);
        return new(token, hash, cache.Find(hash) is { } known && clients.Knows(known.ClientId) ? known : null);
    }

    /// <summary>What may be tried in the name of the key that the token claims; null where that is none that is known here.</summary>
    public TokenBucket? AttemptsOf(PresentedToken token) =>
        TokenText.PeekKeyId(token.Text) is { } keyId ? clients.AttemptsOf(keyId) : null;

    /// <summary>
    /// The token with its client, or why it is refused. While the database does not answer, what is known of a client goes
    /// on for reads longer than for writes.
    /// </summary>
    public ValueTask<TokenVerdict> VerifyAsync(PresentedToken token, bool forWrite) =>
        token.Remembered is { } known ? RecheckAsync(token.Text, known, forWrite) : new(VerifyAnewAsync(token.Text, forWrite));

    /// <summary>Remembers what a token says.</summary>
    public void Remember(PresentedToken token, VerifiedToken verified)
    {
        if (token.Remembered is null)
        {
            cache.Add(token.Hash, verified.Claims);
        }
    }

    private static UInt256 Hash(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), hash);
        return UInt256.Read(hash);
    }

    private async ValueTask<TokenVerdict> RecheckAsync(string token, TokenClaims claims, bool forWrite)
    {
        if (time.GetUtcNow() >= claims.ExpiresAt + TokenRules.ClockSkew)
        {
            return TokenVerdict.Refused(TokenFault.Expired, claims.KeyId);
        }

        var (key, fault) = await FindKeyAsync(claims.ClientId, claims.KeyId, forWrite);
        return key is null ? TokenVerdict.Refused(fault, claims.KeyId) : new(new(key.Client, WithProof(claims, token)));
    }

    /// <summary>With what the cache leaves out, from the token, which is the same one by its hash.</summary>
    private static TokenClaims WithProof(TokenClaims claims, string token)
    {
        if (!claims.ProofIsLeftOut)
        {
            return claims;
        }

        using var read = TokenText.ReadClaims(token);
        return ClaimReader.WithProof(claims, read!.RootElement);
    }

    private async Task<TokenVerdict> VerifyAnewAsync(string token, bool forWrite)
    {
        if (!TokenText.TryReadHeader(token, out var keyId, out var fault))
        {
            return TokenVerdict.Refused(fault);
        }

        if (ClientKeyId.ClientOf(keyId) is not { } clientId)
        {
            return TokenVerdict.Refused(TokenFault.KeyIdForm);
        }

        var (key, keyFault) = await FindKeyAsync(clientId, keyId, forWrite);
        if (key is null)
        {
            return TokenVerdict.Refused(keyFault, keyId);
        }

        var result = await Handler.ValidateTokenAsync(token, Parameters(clientId, key));
        if (!result.IsValid)
        {
            return TokenVerdict.Refused(FaultOf(result.Exception), keyId);
        }

        using var claims = TokenText.ReadClaims(token);
        if (claims is null)
        {
            return TokenVerdict.Refused(TokenFault.Claims, keyId);
        }

        return ClaimReader.TryRead(claims.RootElement, clientId, keyId, time.GetUtcNow(), out var read, out fault)
            ? new(new(key.Client, read))
            : TokenVerdict.Refused(fault, keyId);
    }

    private async ValueTask<(KnownKey? Key, TokenFault Fault)> FindKeyAsync(string clientId, string keyId, bool forWrite)
    {
        var client = await clients.FindAsync(clientId, forWrite);
        if (client is not null && client.FindKey(keyId) is null)
        {
            client = await clients.FindFreshAsync(client, keyId, forWrite); // It may have been made a moment ago.
        }

        if (client is null)
        {
            return (null, TokenFault.UnknownClient);
        }

        if (!client.IsActive)
        {
            return (null, TokenFault.DisabledClient);
        }

        var key = client.FindKey(keyId);
        return key is null ? (null, TokenFault.UnknownKey)
            : key.HoldsAt(time.GetUtcNow()) ? (key, default)
            : (null, TokenFault.KeyDoesNotHold);
    }

    private static TokenValidationParameters Parameters(string clientId, KnownKey key) => new()
    {
        ValidAlgorithms = [TokenRules.Algorithm],
        ValidTypes = [TokenRules.Type],
        IssuerSigningKey = key.SigningKey,
        ValidIssuer = clientId,
        ValidAudience = TokenRules.Audience,
        LifetimeValidator = (_, _, _, _) => true, // ClaimReader's, by the service's clock.
    };

    private static TokenFault FaultOf(Exception exception) => exception switch
    {
        SecurityTokenInvalidIssuerException => TokenFault.Issuer,
        SecurityTokenInvalidAudienceException => TokenFault.Audience,
        SecurityTokenMalformedException => TokenFault.Claims,
        _ => TokenFault.Signature,
    };
}
