namespace LoApi.ApiFrontend.LifeCycle;

/// <summary>Says of an endpoint, or of a whole version by its route group, that it is on its way out; the innermost one holds.</summary>
/// <param name="Since">From when it is deprecated; may lie ahead.</param>
/// <param name="Sunset">From when it may be gone; null where that is not decided.</param>
/// <param name="Explanation">The path or absolute URL of a page for people; null where there is none.</param>
/// <param name="Successor">The path or absolute URL of what takes its place; null where nothing does.</param>
internal sealed record Deprecated(DateTimeOffset Since, DateTimeOffset? Sunset = null, string? Explanation = null, string? Successor = null);
