namespace LoApi.ApiFrontend.Statistics;

/// <summary>How many there are of a group.</summary>
/// <param name="Group">A member for each name that <c>group-by</c> has, with the group's value as text; null where there is none.</param>
/// <param name="Count">How many.</param>
internal sealed record StatsCount(IReadOnlyDictionary<string, string?> Group, long Count);
