using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Loads;
using LoApi.Comparison.Measures;

namespace LoApi.Comparison.Reporting;

/// <summary>All contenders at all work, held against the aims, and LoApi alone.</summary>
internal sealed class ContendersSection(Results results, Plan plan, IReadOnlyList<DatabaseKind> databases)
{
    /// <summary>The number of connections that the aims are about.</summary>
    private const int Connections = 32;

    private const double ReadsP99Aim = 2;
    private const double ShareOfPeak = 0.7;
    private const double StartAim = 1.5;
    private const double MebibytesAim = 150;

    private readonly MarkdownText _text = new();

    public static void WritePlots(Results results, IReadOnlyList<DatabaseKind> databases, string images)
    {
        foreach (var database in databases)
        {
            File.WriteAllText(Path.Combine(images, ThroughputImage(database)), ThroughputPlot.Draw(results, database, Connections).ToString());
        }

        if (results.Curves.Count > 0)
        {
            File.WriteAllText(Path.Combine(images, "latency.svg"), LatencyPlot.Draw(results.Curves).ToString());
        }
    }

    public string Markdown()
    {
        _text.Line($"Of each piece of work {plan.Contenders.Rounds} rounds of {plan.Contenders.Turn.TotalSeconds:0.#} s, in which the contenders take turns. Median (least to most) of requests a second; ratios are of medians, and in bold where an aim is missed.");
        Aims();
        foreach (var database in databases)
        {
            _text.Line($"\n### {database}, {Connections} connections\n");
            _text.Line($"![Requests a second on {database}](images/{ThroughputImage(database)})\n");
            ThroughputTable.Write(_text, results, plan.Contenders, database, Connections);
        }

        Inserts();
        Latency();
        Footprint();
        _text.Remarks(results, Part.Contenders);
        return _text.ToString();
    }

    private static string ThroughputImage(DatabaseKind database) => $"throughput-{database.ToString().ToLowerInvariant()}.svg";

    private void Aims()
    {
        _text.Line($"\n### LoApi's ratios, {Connections} connections\n");
        _text.Line($"| Work | against {string.Join(" | against ", Contender.All.Skip(1).Select(other => other.Name))} |");
        _text.Line($"|---|---|---|---|");
        foreach (var row in Aim.All.Where(aim => databases.Contains(aim.Database)).GroupBy(aim => (aim.Work, aim.Database)))
        {
            _text.Line($"| {row.Key.Work}, {row.Key.Database} | {string.Join(" | ", row.Select(Told))} |");
        }

        if (RunAt70(Contender.LoApi) is { } own)
        {
            var others = Contender.All.Skip(1).Select(other => RunAt70(other) is { } of ? ToldP99(own, of, other) : "");
            _text.Line($"| p99 at 70 % of own peak, user by id | {string.Join(" | ", others)} |");
        }
    }

    private string Told(Aim aim) => results.Ratio(aim.Database, Contender.LoApi, aim.Against, aim.Work, Connections) is { } ratio
        ? FormattableString.Invariant($"{MarkdownText.Judged($"{ratio:0.00}", ratio < aim.Ratio)} (aim {aim.Ratio:0.##})")
        : "";

    // A p99 that was not reached, since more than 1 % was never sent, is longer than any.
    private static string ToldP99(OpenLoopRun own, OpenLoopRun other, Contender contender)
    {
        var aim = contender == Contender.BareKestrel ? FormattableString.Invariant($"at most {ReadsP99Aim}") : "less than 1";
        return (own.P99Ms / other.P99Ms) is { } ratio
            ? $"{MarkdownText.Judged($"{ratio:0.00} times", contender == Contender.BareKestrel ? ratio > ReadsP99Aim : ratio >= 1)} (aim: {aim})"
            : $"{MarkdownText.Judged($"not reached by {(own.P99Ms is null ? "LoApi" : "it")}", own.P99Ms is null)} (aim: {aim})";
    }

    private OpenLoopRun? RunAt70(Contender contender) => results.Curves
        .SingleOrDefault(curve => curve.Contender == contender)?.Runs
        .SingleOrDefault(run => Math.Abs(run.Share - ShareOfPeak) < 0.001);

    private void Inserts()
    {
        _text.Line($"\n### What the databases do by themselves\n");
        _text.Line($"The four rows of a creation (payoff, answer, token, audit record), 64 creations per transaction, nothing else:\n");
        _text.Line($"| Database | creations a second | LoApi's share |");
        _text.Line($"|---|---|---|");
        foreach (var (database, rate) in results.InsertsPerSecond)
        {
            var share = results.Of(database, Contender.LoApi, Work.Create, Connections) is { } own
                ? FormattableString.Invariant($"{own.PerSecond.Median / rate:0.00}")
                : "";
            _text.Line($"| {database} | {rate:N0} | {share} |");
        }
    }

    private void Latency()
    {
        if (results.Curves.Count == 0)
        {
            return;
        }

        _text.Line($"\n### Latency by offered rate\n");
        _text.Line($"User by id on {databases[0]}, sent by schedule; latency counts from the scheduled moment, over 256 connections at most, for which what finds none free waits. Shares are of what the contender answered to the same generator over {Connections} connections that wait.\n");
        _text.Line($"![Latency by offered rate](images/latency.svg)\n");
        _text.Line($"| | {string.Join(" | ", results.Curves.Select(curve => FormattableString.Invariant($"{curve.Contender} (peak {curve.Peak:N0})")))} |");
        _text.Line($"|---|{string.Concat(results.Curves.Select(_ => "---|"))}");
        foreach (var share in plan.Shares)
        {
            var cells = results.Curves.Select(curve => curve.Runs.Single(run => run.Share.Equals(share))).Select(run => FormattableString.Invariant(
                $"p50 {Told(run.P50Ms)}, p99 {Told(run.P99Ms)}{(run.Unsent > 0 ? $", {run.Unsent:N0} unsent" : "")}"));
            _text.Line($"| {share * 100:0} % | {string.Join(" | ", cells)} |");
        }
    }

    private static string Told(double? milliseconds) => milliseconds is { } reached ? FormattableString.Invariant($"{reached:0.00} ms") : "not reached";

    private void Footprint()
    {
        if (results.Footprint is { } footprint)
        {
            var active = footprint.ActiveBytes / 1048576.0;
            _text.Line($"\n### LoApi alone\n");
            _text.Line($"| | | aim |");
            _text.Line($"|---|---|---|");
            _text.Line($"| from process start to ready, demonstration data there | {MarkdownText.Judged($"{footprint.Start.TotalSeconds:0.00} s", footprint.Start.TotalSeconds >= StartAim)} | below {StartAim} s |");
            _text.Line($"| the same, filling an empty database with it | {footprint.FirstStart.TotalSeconds:0.00} s | |");
            _text.Line($"| resident, idle after that | {footprint.IdleBytes / 1048576.0:0} MiB | |");
            _text.Line($"| resident with {footprint.Grains:N0} payoffs read, each an active grain | {MarkdownText.Judged($"{active:0} MiB", active >= MebibytesAim)} | below {MebibytesAim} MiB |");
        }
    }
}
