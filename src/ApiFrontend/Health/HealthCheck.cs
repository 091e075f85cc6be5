using System.Text.Json.Serialization;

namespace LoApi.ApiFrontend.Health;

/// <summary>One check.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="Since">Since when it stands so, as this process saw it.</param>
/// <param name="DurationMs">How long the check took, in milliseconds.</param>
internal sealed record HealthCheck(string Name, string Status, DateTimeOffset Since, double DurationMs)
{
    /// <summary>What was found, in a sentence for people; probes are not told.</summary>
    [JsonIgnore]
    public string Detail { get; init; } = "";
}
