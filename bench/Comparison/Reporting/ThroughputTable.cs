using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Measures;

namespace LoApi.Comparison.Reporting;

/// <summary>Requests a second of all contenders, a piece of work a line.</summary>
internal static class ThroughputTable
{
    public static void Write(MarkdownText text, Results results, Matrix matrix, DatabaseKind database, int connections)
    {
        text.Line($"| Work | {string.Join(" | ", Contender.All.Select(contender => contender.Name))} |");
        text.Line($"|---|---|---|---|---|");
        foreach (var work in matrix.Works)
        {
            text.Line($"| {work} | {string.Join(" | ", Contender.All.Select(contender => Told(results.Of(database, contender, work, connections))))} |");
        }
    }

    private static string Told(Measurement? measured) => measured is null
        ? ""
        : FormattableString.Invariant($"{measured.PerSecond.Median:N0} ({measured.PerSecond.Least:N0} to {measured.PerSecond.Most:N0}), p99 {measured.P99Ms.Median:0.0} ms");
}
