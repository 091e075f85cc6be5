namespace LoApi.ApiFrontend.Health;

/// <summary>What was checked and how it stands, for people.</summary>
/// <param name="Status"><c>healthy</c>, or <c>unhealthy</c> where one check is.</param>
/// <param name="Since">Since when it stands so, as this process saw it.</param>
/// <param name="DurationMs">How long all checks took together, in milliseconds.</param>
/// <param name="Version">The version that is running.</param>
/// <param name="StartedAt">When the process began to serve.</param>
/// <param name="Checks">Each check.</param>
internal sealed record HealthSummary(
    string Status, DateTimeOffset Since, double DurationMs, string Version, DateTimeOffset StartedAt, IReadOnlyList<HealthFinding> Checks)
{
    /// <summary>The summary of some checks, and of tables that are told of and have no say in how it stands.</summary>
    public static HealthSummary Of(IReadOnlyList<HealthFinding> checks, IReadOnlyList<HealthFinding> tables, TimeSpan duration, string version, DateTimeOffset startedAt)
    {
        HealthFinding[] all = [.. checks, .. tables];
        var broken = checks.Where(check => check.Status != ReadinessProbe.Healthy).ToArray();
        return broken.Length > 0
            ? new(ReadinessProbe.Unhealthy, broken.Min(check => check.Since), duration.TotalMilliseconds, version, startedAt, all)
            : new(ReadinessProbe.Healthy, checks.Max(check => check.Since), duration.TotalMilliseconds, version, startedAt, all);
    }
}
