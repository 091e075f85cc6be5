using LoApi.ApiFrontend.Requests;
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

    public async ValueTask<Authenticated> AuthenticateAsync(HttpRequest request)
    {
        var sent = request.Headers.Authorization;
        if (sent.Count > 1)
        {
            return new(InvalidToken, "SeveralCredentials");
        }

        if (TokenOf(sent) is not { } token)
        {
            return NoCredentials;
        }

        var verdict = await verifier.VerifyAsync(token, forWrite: !request.IsRead);
        return verdict.Token is { } verified
            ? new(new ClientIdentity(verified.Client, verified.Claims.UserId, verified.Claims.LocationId, verified))
            : new(InvalidToken, verdict.Fault.ToString(), verdict.KeyId);
    }

    /// <summary>What follows the scheme's name, which is case-insensitive (RFC 9110, 11.1), and spaces.</summary>
    private static string? TokenOf(StringValues sent) =>
        sent is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && value.Length > Scheme.Length && value[Scheme.Length] == ' '
            ? value[Scheme.Length..].Trim(' ')
            : null;
}
