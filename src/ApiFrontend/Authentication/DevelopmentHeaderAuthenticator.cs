using LoApi.ApiFrontend.Limits;
using LoApi.Clients;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Believes the headers <c>X-Dev-User-Id</c> and <c>X-Dev-Location-Id</c>; the client is <c>anonymous</c>.</summary>
internal sealed class DevelopmentHeaderAuthenticator : IClientAuthenticator
{
    public const string UserHeader = "X-Dev-User-Id";
    public const string LocationHeader = "X-Dev-Location-Id";

    private static readonly Client Anonymous = new()
    {
        Id = "anonymous",
        Name = "anonymous",
        Status = ClientStatus.Active,
        Scopes = ClientScope.All,
        RatePerSecond = 1_000_000,
        Burst = 1_000_000,
        Keys = [],
        Version = 1,
    };

    public Credentials Look(HttpRequest request)
    {
        var identity = new ClientIdentity(
            Anonymous,
            request.Headers[UserHeader] is [{ Length: > 0 } user] ? user : null,
            request.Headers[LocationHeader] is [{ Length: > 0 } location] ? location : null,
            Token: null);
        return new(new Authenticated(identity), Token: null);
    }

    public TokenBucket? AttemptsOf(Credentials credentials) => null;

    public ValueTask<Authenticated> VerifyAsync(Credentials credentials, bool forWrite) => ValueTask.FromResult(credentials.Settled!.Value);

    public void Remember(Credentials credentials, VerifiedToken verified)
    {
    }
}
