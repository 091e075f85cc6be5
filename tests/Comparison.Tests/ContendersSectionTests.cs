using System.Xml.Linq;
using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Loads;
using LoApi.Comparison.Measures;
using LoApi.Comparison.Reporting;

namespace LoApi.Comparison.Tests;

public sealed class ContendersSectionTests
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
            new(Contender.LoApi, 1_000, [new(700, 0.7, 0.5, 3.02, 0)]),
            new(Contender.BareKestrel, 2_000, [new(1_400, 0.7, 0.4, 1.5, 5)]),
            new(Contender.PlainAspNet, 500, [new(350, 0.7, 0.4, null, 20)]),
            new(Contender.FastApi, 500, [new(350, 0.7, 0.4, 3.02, 0)]),
        },
        Footprint = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1.49), 100L << 20, 10_000, 150L << 20),
    };

    private readonly ContendersSection _section = new(Results, Plan.Quick with { Shares = [0.7] }, [DatabaseKind.Sqlite]);

    [Fact]
    public void Markdown_Ratios_AreOfMediansAndBoldWhereTheAimIsMissed() =>
        Assert.Contains("| user by id, Sqlite | 0.50 (aim 0.5) | 4.00 (aim 3) |  |", _section.Markdown(), StringComparison.Ordinal);

    [Fact]
    public void Markdown_P99AtSeventyPercent_IsJudgedBeforeItIsRounded() => Assert.Contains(
        "| p99 at 70 % of own peak, user by id | **2.01 times** (aim: at most 2) | not reached by it (aim: less than 1) | **1.00 times** (aim: less than 1) |",
        _section.Markdown(),
        StringComparison.Ordinal);

    [Fact]
    public void Markdown_P99OfWhatWasNotSent_IsNotReached() =>
        Assert.Contains("| p50 0.40 ms, p99 not reached, 20 unsent |", _section.Markdown(), StringComparison.Ordinal);

    [Fact]
    public void Markdown_Footprint_IsBoldWhereTheAimIsMissed()
    {
        Assert.Contains("| 1.49 s | below 1.5 s |", _section.Markdown(), StringComparison.Ordinal);
        Assert.Contains("| **150 MiB** | below 150 MiB |", _section.Markdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_MissingContender_LeavesItsCellEmpty() => Assert.Contains(
        "| user by id | 200 (100 to 300), p99 2.0 ms | 400 (400 to 400), p99 2.0 ms | 50 (50 to 50), p99 2.0 ms |  |", _section.Markdown(), StringComparison.Ordinal);

    [Fact]
    public void Plots_OfResults_AreWellFormed()
    {
        Assert.Equal("svg", XDocument.Parse(ThroughputPlot.Draw(Results, DatabaseKind.Sqlite, 32).ToString()).Root!.Name.LocalName);
        Assert.Equal(8, XDocument.Parse(LatencyPlot.Draw(Results.Curves).ToString()).Root!.Elements().Count(element => element.Name.LocalName == "polyline"));
    }

    private static Measurement Measured(Contender contender, params double[] rates) =>
        new(DatabaseKind.Sqlite, contender, Work.User, 32, [.. rates.Select(rate => new WrkRun((long)rate * 2, 2, 1, 2, 0, 0, Exhausted: false))]);
}
