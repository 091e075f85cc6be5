using LoApi.Errors;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Finds out which client makes a request.</summary>
internal interface IClientAuthenticator
{
    /// <summary>
    /// The client and the request context it names, or why it is not believed, of which the caller learns no more than
    /// <see cref="Failure"/> says.
    /// </summary>
    ValueTask<Authenticated> AuthenticateAsync(HttpRequest request);
}
