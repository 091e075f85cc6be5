using LoApi.Errors;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Believes ULP: the session that the client forwards must be the named user's. Sessions are never logged.</summary>
internal sealed class UlpUserVerifier(
    UlpSessions sessions, UserVerdictCache verdicts, IOptions<UlpOptions> options, TimeProvider time, ILogger<UlpUserVerifier> logger)
    : IUserVerifier
{
    /// <summary>Characters that a session has at most; a longer one is refused without asking.</summary>
    public const int MaxSessionLength = 4_096;

    public async ValueTask<Outcome<VerifiedUser>> VerifyAsync(VerifiedToken token, CancellationToken cancellation)
    {
        if (token.Claims.UserId is not { } user)
        {
            return new VerifiedUser(UserId: null); // That the endpoint needs one is for others to say.
        }

        if (token.Claims.UlpSession is not { } session)
        {
            return Refuse(token, "the token carries no session");
        }

        if (session.Length is 0 or > MaxSessionLength)
        {
            return Refuse(token, "the session is empty or too long");
        }

        var key = UserVerdictCache.Key("ulp", session);
        if (verdicts.Find(key) is not { } verdict)
        {
            try
            {
                var answer = await sessions.AskAsync(session, cancellation);
                var remembered = time.GetUtcNow() + options.Value.VerdictMaxAge;
                if (answer.UserId is null || answer.ExpiresAt <= time.GetUtcNow())
                {
                    return Refuse(token, "the session is not active");
                }

                verdict = new(answer.UserId, answer.ExpiresAt < remembered ? answer.ExpiresAt.Value : remembered);
                verdicts.Add(key, verdict);
            }
            catch (ProviderUnavailableException away)
            {
                Log.ProviderAway(logger, away.Message);
                return UserRefusal.NotNow;
            }
        }

        return verdict.UserId == user ? new VerifiedUser(user) : Refuse(token, "the session is another user's");
    }

    private Failure Refuse(VerifiedToken token, string why)
    {
        Log.UserNotVerified(logger, token.Client.Id, why);
        return UserRefusal.NotVerified;
    }
}
