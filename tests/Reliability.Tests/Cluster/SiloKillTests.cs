using LoApi.Fixtures;
using LoApi.Reliability.Cluster;

namespace LoApi.Reliability.Tests.Cluster;

/// <summary>Real processes: two silos, a front end and a PostgreSQL.</summary>
public sealed class SiloKillTests
{
    private const int Writers = 8;

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    // The aim is 15 seconds, and docs/cluster.md says what was measured; here other tests run beside.
    private static readonly TimeSpan LongestFailure = TimeSpan.FromSeconds(30);

    [PostgresServerFact]
    public async Task Kill_OfASiloUnderLoad_LosesNothingAndIsOverSoon()
    {
        await using var cluster = await ClusterProcesses.StartAsync().WaitAsync(LongestRun, TimeProvider.System);

        var report = await new SiloKillRun(cluster, Writers)
            .ExecuteAsync(silo: 0, before: TimeSpan.FromSeconds(3), after: LongestFailure + TimeSpan.FromSeconds(5))
            .WaitAsync(LongestRun, TimeProvider.System);

        Assert.Empty(report.Findings.All);
        Assert.True(report.FailedFor <= LongestFailure, $"{report}");

        // A run in which nothing was at stake would prove nothing.
        Assert.True(report.Before > Writers, $"{report}");
        Assert.True(report.After > Writers, $"{report}");
    }

    private sealed class PostgresServerFactAttribute : FactAttribute
    {
        public PostgresServerFactAttribute() =>
            Skip = PostgresBinaries.Directory is null ? "PostgreSQL's server is not installed here, so there is none to kill." : null;
    }
}
