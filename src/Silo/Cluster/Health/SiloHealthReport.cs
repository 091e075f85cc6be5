using System.Collections.Immutable;

namespace LoApi.Silo.Health;

/// <summary>What was checked and how it stands.</summary>
/// <param name="Status"><c>healthy</c>, or <c>unhealthy</c> where one check is.</param>
/// <param name="Checks">Each check.</param>
internal sealed record SiloHealthReport(string Status, ImmutableArray<SiloHealthCheck> Checks)
{
    public const string Healthy = "healthy";
    public const string Unhealthy = "unhealthy";

    public static SiloHealthReport Of(params ImmutableArray<SiloHealthCheck> checks) =>
        new(checks.All(check => check.Status == Healthy) ? Healthy : Unhealthy, checks);
}
