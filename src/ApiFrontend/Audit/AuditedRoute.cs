using System.Collections.Frozen;
using LoApi.ApiFrontend.Requests;
using LoApi.Locations;
using LoApi.Users;

namespace LoApi.ApiFrontend.Audit;

/// <summary>What a request is about, by its route: the path's name of the resource, and its kind as records name it.</summary>
/// <param name="Name">As in the path, such as <c>payoffs</c>.</param>
/// <param name="ResourceType">As in records, such as <c>payoff</c>.</param>
/// <param name="ResourceId">The id in the path; null where there is none, or what stands there has not the form of one.</param>
internal sealed record AuditedRoute(string Name, string ResourceType, string? ResourceId)
{
    private const string Root = "/api/v1/";

    // The kind of each resource, and what its ids look like.
    private static readonly FrozenDictionary<string, (string Type, Func<string, bool>? IsId)> Resources = new Dictionary<string, (string Type, Func<string, bool>? IsId)>
    {
        ["audit-records"] = ("audit_record", IsUuid),
        ["countries"] = ("country", id => id.Length == 2 && id.All(char.IsAsciiLetter)),
        ["franchises"] = ("franchise", id => id.Length <= 10 && id.All(char.IsAsciiLetterOrDigit)),
        ["holidays"] = ("holiday", null),
        ["locations"] = ("location", LocationId.IsWellFormed),
        ["naics-codes"] = ("naics_code", id => id.Length <= 6 && id.All(c => char.IsAsciiDigit(c) || c == '-')),
        ["payoff-dates"] = ("payoff_date", null),
        ["payoffs"] = ("payoff", IsUuid),
        ["resource"] = ("resource", IsUuid),
        ["stats"] = ("stats", null),
        ["users"] = ("user", UserId.IsWellFormed),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names that there are.</summary>
    public static IEnumerable<string> Names => Resources.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether there is a resource of this name.</summary>
    public static bool Knows(string name) => Resources.ContainsKey(name);

    /// <summary>What a request is about; null where it reached no resource's endpoint.</summary>
    public static AuditedRoute? Of(HttpContext http)
    {
        if ((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is not { } pattern || !pattern.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        var end = pattern.IndexOf('/', Root.Length);
        var name = end < 0 ? pattern[Root.Length..] : pattern[Root.Length..end];
        var (type, isId) = Resources.GetValueOrDefault(name, (name, null));
        var id = http.Request.RouteValues.Values.FirstOrDefault() as string;
        return new(name, type, id is not null && isId?.Invoke(id) == true ? id : null);
    }

    /// <summary>
    /// A request's path as it may be kept: where there stands in the place of an id what is none, such as an e-mail address, the
    /// route's template instead. What the audit log holds of a path is never erased.
    /// </summary>
    public static string? PathOf(HttpContext http) =>
        http.Request.RouteValues.Count == 0 || Of(http)?.ResourceId is not null ? http.Request.Path.ToUriComponent() : http.Route;

    private static bool IsUuid(string id) => Guid.TryParseExact(id, "D", out _);
}
