namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>One line of <see cref="AccessTable"/>.</summary>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Request">Method and path under <c>/api/v1</c>.</param>
/// <param name="Scope">The scope that the client needs.</param>
/// <param name="ActsFor">What of <c>user</c> and <c>location</c> it acts for.</param>
/// <param name="SeenBy">The users, or the client, that see what it is about; empty for everybody.</param>
/// <param name="Seen">Status, and code where it is an error, for those who see it.</param>
/// <param name="Hidden">The same for the others.</param>
/// <param name="At">The one location at which those who see it may do it; empty where any will do.</param>
internal sealed record AccessRow(
    string Endpoint, string Request, string Scope, string ActsFor, string SeenBy, string Seen, string Hidden = "", string At = "")
{
    /// <summary>What a caller gets, from the first thing that is held against it to the last.</summary>
    public string Expected(string client, string? user, string? location)
    {
        if (client != "all" && client != Scope)
        {
            return "403 insufficient_scope";
        }

        var (forUser, forLocation) = (ActsFor.Contains("user", StringComparison.Ordinal), ActsFor.Contains("location", StringComparison.Ordinal));
        if ((forUser && user is null) || (forLocation && location is null))
        {
            return "400 context_required";
        }

        if (forUser && user is not ("ua" or "ub" or "uab"))
        {
            return "403 forbidden";
        }

        if (forLocation && (user, location) is not (("ua" or "uab", "9001") or ("ub" or "uab", "9002")))
        {
            return "403 forbidden";
        }

        return SeenBy != "" && SeenBy != $"client {client}" && !SeenBy.Split(' ').Contains(user, StringComparer.Ordinal) ? Hidden
            : At != "" && At != location ? "403 forbidden"
            : Seen;
    }
}
