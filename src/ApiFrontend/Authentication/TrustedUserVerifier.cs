using LoApi.Errors;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>The client has verified its user: <c>request_context.user_id</c> is believed.</summary>
internal sealed class TrustedUserVerifier : IUserVerifier
{
    public ValueTask<Outcome<VerifiedUser>> VerifyAsync(VerifiedToken token, CancellationToken cancellation) =>
        ValueTask.FromResult<Outcome<VerifiedUser>>(new VerifiedUser(token.Claims.UserId));
}
