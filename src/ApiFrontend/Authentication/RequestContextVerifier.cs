using LoApi.Errors;
using LoApi.Users;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Holds the request context that a client names against what is known of users and locations.</summary>
internal sealed class RequestContextVerifier(IGrainFactory grains)
{
    private static readonly Failure Forbidden =
        new(ProblemCode.Forbidden, "The user is not known, not active, or does not belong to the location.");

    /// <summary>
    /// The user, null where the endpoint acts for none; <see cref="ProblemCode.ContextRequired"/> where one is missing,
    /// <see cref="ProblemCode.Forbidden"/> where it may not act, without telling why.
    /// </summary>
    public async ValueTask<Outcome<VerifiedContext>> VerifyAsync(ClientIdentity identity, ActsFor actsFor)
    {
        if (actsFor == ActsFor.Nobody)
        {
            return VerifiedContext.None;
        }

        if (identity.UserId is null || (actsFor.HasFlag(ActsFor.Location) && identity.LocationId is null))
        {
            return new Failure(ProblemCode.ContextRequired, actsFor.HasFlag(ActsFor.Location)
                ? "The request names no user_id and location_id to act for."
                : "The request names no user_id to act for.");
        }

        // A malformed id is no key: it must not become an activation.
        var user = UserId.IsWellFormed(identity.UserId)
            ? await grains.GetGrain<IUserGrain>(identity.UserId).GetAsync()
            : null;
        var mayAct = user is { Active: true } && (!actsFor.HasFlag(ActsFor.Location) || user.BelongsTo(identity.LocationId));
        return mayAct ? new VerifiedContext(user) : Forbidden;
    }
}
