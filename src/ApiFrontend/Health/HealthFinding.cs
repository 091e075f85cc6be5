namespace LoApi.ApiFrontend.Health;

/// <summary>One check, for people.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="Since">Since when it stands so, as this process saw it.</param>
/// <param name="DurationMs">How long the check took, in milliseconds; 0 for what the process knows by itself.</param>
/// <param name="Detail">What was done, and what was found, in a sentence.</param>
internal sealed record HealthFinding(string Name, string Status, DateTimeOffset Since, double DurationMs, string Detail);
