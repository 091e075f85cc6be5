using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Tests;

public sealed class WrkTests
{
    [Fact]
    public void Parse_ReportOfWrk_ReadsTheLineOfTheScript()
    {
        var run = Wrk.Parse(
            """
            Running 4s test @ http://127.0.0.1:5081
            Requests/sec:  500.00
            {"requests": 2000, "seconds": 4.0000, "p50_ms": 1.500, "p99_ms": 9.250, "refused": 0, "transport_errors": 0, "exhausted": false}

            """);

        Assert.Equal(new WrkRun(2000, 4, 1.5, 9.25, 0, 0, Exhausted: false), run);
        Assert.Equal(500, run.PerSecond);
        Assert.Null(run.Fault);
    }

    [Theory]
    [InlineData(10, 1, 0, false)]
    [InlineData(10, 0, 1, false)]
    [InlineData(10, 0, 0, true)]
    [InlineData(0, 0, 0, false)]
    public void Fault_RunThatMeasuredSomethingElse_SaysSo(long requests, long refused, long transportErrors, bool exhausted) =>
        Assert.NotNull(new WrkRun(requests, 1, 1, 1, refused, transportErrors, exhausted).Fault);
}
