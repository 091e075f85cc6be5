using LoApi.Users;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>A request context that was held against what is known.</summary>
/// <param name="User">The user that is acted for; null where the endpoint asks for none.</param>
internal sealed record VerifiedContext(User? User)
{
    /// <summary>The context of an endpoint that acts for nobody.</summary>
    public static readonly VerifiedContext None = new(User: null);
}
