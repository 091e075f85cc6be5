using LoApi.Errors;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>What a caller is told whose user could not be verified: it is no more than of any other fault of its token.</summary>
internal static class UserRefusal
{
    public static readonly Failure NotVerified = new(ProblemCode.InvalidToken, "The bearer token is not accepted.");

    public static readonly Failure NotNow =
        new(ProblemCode.UserVerificationUnavailable, "Whoever vouches for users does not answer at the moment.");
}
