using LoApi.Errors;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// Finds out whether the user that a token names is there: asked once the token is verified, for endpoints that act for
/// a user, and before <see cref="RequestContextVerifier"/> looks the user up.
/// </summary>
internal interface IUserVerifier
{
    /// <summary>The user that the token acts for, or why it is not believed.</summary>
    ValueTask<Outcome<VerifiedUser>> VerifyAsync(VerifiedToken token, CancellationToken cancellation);
}
