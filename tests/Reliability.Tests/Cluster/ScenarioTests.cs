using LoApi.Fixtures;
using LoApi.Reliability.Cluster;

namespace LoApi.Reliability.Tests.Cluster;

/// <summary>
/// Real processes: three silos, two front ends and a PostgreSQL. The scenarios that take little time, with little load; all
/// of them, and the figures, are those of <c>dotnet run … cluster --scenario all</c>.
/// </summary>
public sealed class ScenarioTests
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan LongestFailure = TimeSpan.FromSeconds(15);

    private static readonly ScenarioOptions Load = new()
    {
        Writers = 6,
        Readers = 6,
        WarmUp = TimeSpan.FromSeconds(3),
        Before = TimeSpan.FromSeconds(3),
        After = TimeSpan.FromSeconds(3),
    };

    [PostgresServerFact]
    public Task Kill_OfASilo_LosesNothingAndErrorsStopWithin15Seconds() =>
        TryAsync("kill", noticed => noticed.ErrorsUntil <= LongestFailure);

    [PostgresServerFact]
    public Task Stop_OfASilo_LosesNothingAndFewNotice() =>
        TryAsync("stop", noticed => noticed.ErrorShare <= 0.01);

    [PostgresServerFact]
    public Task Roll_OfAllSilos_LosesNothingAndFewNotice() =>
        TryAsync("roll", noticed => noticed.ErrorShare <= 0.01);

    // Seven processes, and other tests beside them: whether time was kept is asked once more where it was not. Whether
    // anything was lost is not.
    private static async Task TryAsync(string scenario, Func<Experience, bool> isGood)
    {
        var report = await RunAsync(scenario);
        if (!isGood(report.Experience))
        {
            report = await RunAsync(scenario);
        }

        Assert.True(isGood(report.Experience), $"{report}");
    }

    private static async Task<ScenarioReport> RunAsync(string scenario)
    {
        await using var cluster = await ClusterProcesses.StartAsync(new ClusterShape()).WaitAsync(LongestRun, TimeProvider.System);
        var report = await new ScenarioRun(cluster, Load).ExecuteAsync(Scenario.Of(scenario)).WaitAsync(LongestRun, TimeProvider.System);
        Assert.Empty(report.Findings.All);

        // A run in which nothing was at stake would prove nothing.
        Assert.True(report.Before > Load.Writers && report.After > Load.Writers, $"{report}");
        return report;
    }

    private sealed class PostgresServerFactAttribute : FactAttribute
    {
        public PostgresServerFactAttribute() =>
            Skip = PostgresBinaries.Directory is null ? "PostgreSQL's server is not installed here, so there is none to run them over." : null;
    }
}
