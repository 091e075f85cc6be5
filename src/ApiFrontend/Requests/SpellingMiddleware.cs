using System.Collections.Frozen;

namespace LoApi.ApiFrontend.Requests;

/// <summary>
/// Gives the singular and trailing-slash spellings that first clients use their canonical form before the router sees
/// them: the same handlers answer, and links name the resource as the documentation does.
/// </summary>
internal sealed class SpellingMiddleware(RequestDelegate next)
{
    private const string Root = "/api/v1/";

    private static readonly FrozenDictionary<string, string> Plurals = new Dictionary<string, string>
    {
        ["audit-record"] = "audit-records",
        ["country"] = "countries",
        ["franchise"] = "franchises",
        ["holiday"] = "holidays",
        ["location"] = "locations",
        ["naics-code"] = "naics-codes",
        ["payoff"] = "payoffs",
        ["user"] = "users",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.Value is { } path && Canonical(path) is var canonical && !ReferenceEquals(canonical, path))
        {
            // Not by the implicit conversion from string, which would decode a second time what was decoded already.
            http.Request.Path = new PathString(canonical);
        }

        return next(http);
    }

    /// <summary>The canonical form of a path; the path itself where it is none of the API's.</summary>
    public static string Canonical(string path)
    {
        if (!path.StartsWith(Root, StringComparison.OrdinalIgnoreCase))
        {
            return path;
        }

        var end = path.IndexOf('/', Root.Length);
        var resource = end < 0 ? path[Root.Length..] : path[Root.Length..end];
        if (Plurals.TryGetValue(resource, out var plural))
        {
            path = Root + plural + (end < 0 ? "" : path[end..]);
        }

        return path.Length > Root.Length && path[^1] == '/' ? path[..^1] : path;
    }
}
