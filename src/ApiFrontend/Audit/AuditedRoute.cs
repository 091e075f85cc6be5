using System.Collections.Frozen;

namespace LoApi.ApiFrontend.Audit;

/// <summary>What a request is about, by its route: the path's name of the resource, and its kind as records name it.</summary>
/// <param name="Name">As in the path, such as <c>payoffs</c>.</param>
/// <param name="ResourceType">As in records, such as <c>payoff</c>.</param>
/// <param name="ResourceId">The id in the path, or null.</param>
internal sealed record AuditedRoute(string Name, string ResourceType, string? ResourceId)
{
    private const string Root = "/api/v1/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["audit-records"] = "audit_record",
        ["countries"] = "country",
        ["franchises"] = "franchise",
        ["holidays"] = "holiday",
        ["locations"] = "location",
        ["naics-codes"] = "naics_code",
        ["payoff-dates"] = "payoff_date",
        ["payoffs"] = "payoff",
        ["resource"] = "resource",
        ["stats"] = "stats",
        ["users"] = "user",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names that there are.</summary>
    public static IEnumerable<string> Names => Types.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether there is a resource of this name.</summary>
    public static bool Knows(string name) => Types.ContainsKey(name);

    /// <summary>What a request is about; null where it reached no resource's endpoint.</summary>
    public static AuditedRoute? Of(HttpContext http)
    {
        if ((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is not { } pattern || !pattern.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        var end = pattern.IndexOf('/', Root.Length);
        var name = end < 0 ? pattern[Root.Length..] : pattern[Root.Length..end];
        return new(name, Types.GetValueOrDefault(name, name), http.Request.RouteValues.Values.FirstOrDefault() as string);
    }
}
