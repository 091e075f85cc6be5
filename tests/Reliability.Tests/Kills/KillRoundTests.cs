using LoApi.Fixtures;
using LoApi.Reliability.Kills;

namespace LoApi.Reliability.Tests.Kills;

/// <summary>The short form; the long one is <c>dotnet run -c Release --project bench/Reliability</c>.</summary>
public sealed class KillRoundTests
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);

    [Fact]
    public Task Kill_OfTheService_OverSqlite_LosesAndDoublesNothing() => RunAsync(new() { Provider = "sqlite", Rounds = 2, Writers = 16, LoadMilliseconds = 800 });

    [PostgresServerFact]
    public Task Kill_OfTheServiceTheServerAndBoth_OverPostgreSql_LosesAndDoublesNothing() =>
        RunAsync(new() { Provider = "postgresql", Rounds = 3, Writers = 16, LoadMilliseconds = 800 });

    [OracleServerFact]
    public Task Kill_OfTheService_OverOracle_LosesAndDoublesNothing() => RunAsync(new() { Provider = "oracle", Rounds = 3, Writers = 16, LoadMilliseconds = 800 });

    private static async Task RunAsync(KillOptions options)
    {
        var rounds = new List<RoundReport>();
        await using var run = new KillRun(options, rounds.Add);
        await run.ExecuteAsync().WaitAsync(LongestRun, TimeProvider.System);

        Assert.Empty(rounds.SelectMany(round => round.Findings.All));
        Assert.Equal(options.Rounds, rounds.Count);

        // A round in which nothing was at stake would prove nothing.
        Assert.All(rounds, round => Assert.True(round.Acknowledged > options.Writers, $"{round}"));
        Assert.Contains(rounds, round => round.Repeated > 0);
    }

    private sealed class OracleServerFactAttribute : FactAttribute
    {
        public OracleServerFactAttribute() =>
            Skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("LOAPI_TEST_ORACLE"))
                ? "There is no Oracle here: set LOAPI_TEST_ORACLE to the connection string of a schema that the tests may empty."
                : null;
    }

    private sealed class PostgresServerFactAttribute : FactAttribute
    {
        public PostgresServerFactAttribute() =>
            Skip = PostgresBinaries.Directory is null ? "PostgreSQL's server is not installed here, so there is none to kill." : null;
    }
}
