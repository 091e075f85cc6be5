using System.Xml.Linq;
using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Loads;
using LoApi.Comparison.Measures;
using LoApi.Comparison.Reporting;

namespace LoApi.Comparison.Tests;

public sealed class PerformancePageTests
{
    private static readonly Results Results = new()
    {
        Measurements =
        {
            Measured(Contender.LoApi, 200, 100, 300),
            Measured(Contender.BareKestrel, 400),
            Measured(Contender.PlainAspNet, 50),
        },
        Curves =
        {
            new(Contender.LoApi, 1_000, [new(700, 0.7, 0.5, 3, 0)]),
            new(Contender.BareKestrel, 2_000, [new(1_400, 0.7, 0.4, 2, 5)]),
        },
    };

    private readonly PerformancePage _page = new(
        Results, Plan.Quick with { Shares = [0.7] }, new Machine(2, "Test", 0.5, ".NET"), [DatabaseKind.Sqlite], TimeSpan.FromMinutes(3));

    [Fact]
    public void Markdown_Ratios_AreOfMediansAndBoldWhereTheAimIsMissed() =>
        Assert.Contains("| user by id, Sqlite | 0.50 (aim 0.5) | 4.00 (aim 3) |  |", _page.Markdown(), StringComparison.Ordinal);

    [Fact]
    public void Markdown_P99AtSeventyPercent_IsARatioToo() =>
        Assert.Contains("| p99 at 70 % of own peak, user by id | 1.5 times (aim: at most 2) |  |  |", _page.Markdown(), StringComparison.Ordinal);

    [Fact]
    public void Markdown_MissingContender_LeavesItsCellEmpty() => Assert.Contains(
        "| user by id | 200 (100 to 300), p99 2.0 ms | 400 (400 to 400), p99 2.0 ms | 50 (50 to 50), p99 2.0 ms |  |", _page.Markdown(), StringComparison.Ordinal);

    [Fact]
    public void Plots_OfResults_AreWellFormed()
    {
        Assert.Equal("svg", XDocument.Parse(ThroughputPlot.Draw(Results, DatabaseKind.Sqlite, 32).ToString()).Root!.Name.LocalName);
        Assert.Equal(4, XDocument.Parse(LatencyPlot.Draw(Results.Curves).ToString()).Root!.Elements().Count(element => element.Name.LocalName == "polyline"));
    }

    private static Measurement Measured(Contender contender, params double[] rates) =>
        new(DatabaseKind.Sqlite, contender, Work.User, 32, [.. rates.Select(rate => new WrkRun((long)rate * 2, 2, 1, 2, 0, 0, Exhausted: false))]);
}
