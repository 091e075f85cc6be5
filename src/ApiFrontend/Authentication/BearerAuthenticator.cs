using LoApi.ApiFrontend.Limits;
using LoApi.Errors;
using Microsoft.Extensions.Primitives;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Takes the client's token from <c>Authorization: Bearer</c> (RFC 6750).</summary>
internal sealed class BearerAuthenticator(TokenVerifier verifier) : IClientAuthenticator
{
    private const string Scheme = "Bearer";

    private static readonly Authenticated NoCredentials = new(
        new Failure(ProblemCode.Unauthorized, "The request carries no bearer token."));

    // One text for every fault: which it was helps only those who try.
    private static readonly Failure InvalidToken = new(ProblemCode.InvalidToken, "The bearer token is not accepted.");

    public Credentials Look(HttpRequest request)
    {
        var sent = request.Headers.Authorization;
        if (sent.Count > 1)
        {
            return new(new Authenticated(InvalidToken, "SeveralCredentials"), Token: null);
        }

        return TokenOf(sent) switch
        {
            null => new(NoCredentials, Token: null),
            { Length: > TokenRules.MaxLength } => new(new Authenticated(InvalidToken, nameof(TokenFault.TooLong)), Token: null),
            { } token => new(Settled: null, verifier.Look(token)),
        };
    }

    public TokenBucket? AttemptsOf(Credentials credentials) =>
        credentials.Token is { } token ? verifier.AttemptsOf(token) : null;

    public async ValueTask<Authenticated> VerifyAsync(Credentials credentials, bool forWrite)
    {
        if (credentials.Token is not { } token)
        {
            return credentials.Settled!.Value;
        }

        var verdict = await verifier.VerifyAsync(token, forWrite);
        return verdict.Token is { } verified
            ? new(new ClientIdentity(verified.Client, verified.Claims.UserId, verified.Claims.LocationId, verified))
            : new(InvalidToken, verdict.Fault.ToString(), verdict.KeyId);
    }

    public void Remember(Credentials credentials, VerifiedToken verified)
    {
        if (credentials.Token is { } token)
        {
            verifier.Remember(token, verified);
        }
    }

    /// <summary>What follows the scheme's name, which is case-insensitive (RFC 9110, 11.1), and spaces.</summary>
    private static string? TokenOf(StringValues sent) =>
        sent is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && value.Length > Scheme.Length && value[Scheme.Length] == ' '
            ? value[Scheme.Length..].Trim(' ')
            : null;
}
