using System.Text.Json.Serialization;

namespace LoApi.ApiFrontend.Statistics;

/// <summary>What was counted.</summary>
/// <param name="Data">The groups, the largest first; one without members where nothing is grouped.</param>
/// <param name="Truncated">true where there are smaller groups that were not asked for; absent otherwise.</param>
internal sealed record StatsReport(
    IReadOnlyList<StatsCount> Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Truncated = null);
