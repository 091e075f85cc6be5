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
/// <param name="Elsewhere">What they get at another.</param>
/// <param name="Of">The location that the body names.</param>
/// <param name="Effect">What an accepted write changes, and nothing else does.</param>
internal sealed record AccessRow(
    string Endpoint,
    string Request,
    string Scope,
    string ActsFor,
    string SeenBy,
    string Seen,
    string Hidden = "",
    string At = "",
    string Elsewhere = "403 forbidden",
    string Of = "",
    string Effect = "")
{
    /// <summary>What tells the row from the others.</summary>
    public string Name => Of == "" ? Request : $"{Request} of {Of}";

    /// <summary>Whether it is to change something.</summary>
    public bool IsWrite => !Request.StartsWith("GET ", StringComparison.Ordinal);

    /// <summary>The payoff or resource of the world that it is to change; null for one that is to be made.</summary>
    public string? Target => IsWrite && Request.EndsWith('}') && !Request.EndsWith("{none}", StringComparison.Ordinal) ? Request[Request.IndexOf('{', StringComparison.Ordinal)..] : null;

    /// <summary>What a caller changes in the world.</summary>
    public string Change(string client, string? user, string? location) => Expected(client, user, location)[0] == '2'
        ? Effect.Replace("USER", user, StringComparison.Ordinal).Replace("CLIENT", client.Replace(':', '-'), StringComparison.Ordinal)
        : "";

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
            : At != "" && At != location ? Elsewhere
            : Seen;
    }
}
