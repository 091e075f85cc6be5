namespace LoApi.ApiFrontend.Health;

/// <summary>What was checked and how it stands.</summary>
/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="Checks">Each check.</param>
internal sealed record HealthReport(string Status, IReadOnlyList<HealthCheck> Checks);
