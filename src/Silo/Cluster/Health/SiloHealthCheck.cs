namespace LoApi.Silo.Health;

/// <summary>One check.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="Detail">What was found.</param>
internal sealed record SiloHealthCheck(string Name, string Status, string Detail);
