using LoApi.Errors;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Believes the headers <c>X-Dev-User-Id</c> and <c>X-Dev-Location-Id</c>; the client is <c>anonymous</c>.</summary>
internal sealed class DevelopmentHeaderAuthenticator : IClientAuthenticator
{
    public const string UserHeader = "X-Dev-User-Id";
    public const string LocationHeader = "X-Dev-Location-Id";

    private const string AnonymousClient = "anonymous";

    public ValueTask<Outcome<ClientIdentity>> AuthenticateAsync(HttpRequest request)
    {
        var identity = new ClientIdentity(
            AnonymousClient,
            request.Headers[UserHeader] is [{ Length: > 0 } user] ? user : null,
            request.Headers[LocationHeader] is [{ Length: > 0 } location] ? location : null);
        return ValueTask.FromResult<Outcome<ClientIdentity>>(identity);
    }
}
