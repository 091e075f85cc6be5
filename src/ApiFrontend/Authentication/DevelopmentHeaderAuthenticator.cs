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

    public ValueTask<Authenticated> AuthenticateAsync(HttpRequest request)
    {
        var identity = new ClientIdentity(
            Anonymous,
            request.Headers[UserHeader] is [{ Length: > 0 } user] ? user : null,
            request.Headers[LocationHeader] is [{ Length: > 0 } location] ? location : null,
            Token: null);
        return ValueTask.FromResult(new Authenticated(identity));
    }
}
