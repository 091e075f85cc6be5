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
    /// <param name="identity">The client, and whom it names.</param>
    /// <param name="actsFor">What the endpoint asks for.</param>
    /// <param name="reads">Whether the request only reads: it then goes on with what memory holds of the user while the database is away.</param>
    public async ValueTask<Outcome<VerifiedContext>> VerifyAsync(ClientIdentity identity, ActsFor actsFor, bool reads)
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
        var user = UserId.IsWellFormed(identity.UserId) ? await FindAsync(identity.UserId, reads) : null;
        var mayAct = user is { Active: true } && (!actsFor.HasFlag(ActsFor.Location) || user.BelongsTo(identity.LocationId));
        return mayAct ? new VerifiedContext(user) : Forbidden;
    }

    private async Task<User?> FindAsync(string id, bool reads)
    {
        var user = grains.GetGrain<IUserGrain>(id);
        return reads ? (await user.ReadAsync()).Row : await user.GetAsync();
    }
}
