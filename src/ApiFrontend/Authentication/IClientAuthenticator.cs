using LoApi.ApiFrontend.Limits;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Finds out which client makes a request, in steps, so that what costs something can be paid for first.</summary>
internal interface IClientAuthenticator
{
    /// <summary>What the request brings. Costs next to nothing, whatever that is.</summary>
    Credentials Look(HttpRequest request);

    /// <summary>
    /// Whether the key that unverified credentials claim is one that is known here, and if so what may be tried in its name:
    /// null for any other.
    /// </summary>
    TokenBucket? AttemptsOf(Credentials credentials);

    /// <summary>
    /// The client and the request context it names, or why it is not believed, of which the caller learns no more than the
    /// failure says.
    /// </summary>
    ValueTask<Authenticated> VerifyAsync(Credentials credentials, bool forWrite);

    /// <summary>Spares the next request with these credentials the work. For a client that is within its limit.</summary>
    void Remember(Credentials credentials, VerifiedToken verified);
}
