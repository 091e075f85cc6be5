using System.Globalization;
using System.Text;
using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Loads;
using LoApi.Comparison.Measures;

namespace LoApi.Comparison.Reporting;

/// <summary>The measured part of <c>docs/performance.md</c>, and its plots.</summary>
internal sealed class PerformancePage(Results results, Plan plan, Machine machine, IReadOnlyList<DatabaseKind> databases, TimeSpan elapsed)
{
    /// <summary>The number of connections that the aims are about.</summary>
    private const int Connections = 32;

    private const double ReadsP99Aim = 2;
    private const double ShareOfPeak = 0.7;

    private readonly StringBuilder _text = new();

    public string Markdown()
    {
        _text.Clear();
        Line($"{machine.Processors} processors ({machine.Model}), load average {machine.LoadBefore:0.0} before, {machine.Runtime}. Of each piece of work {plan.Rounds} rounds of {plan.Turn.TotalSeconds:0.#} s, in which the contenders take turns; the whole took {elapsed.TotalMinutes:0} minutes. Median (least to most) of requests a second.");
        Aims();
        foreach (var database in databases)
        {
            foreach (var connections in plan.Connections)
            {
                Throughput(database, connections);
            }
        }

        Inserts();
        Latency();
        Footprint();
        Scaled();
        Remarks();
        return _text.ToString();
    }

    public void Write(string directory)
    {
        var images = Directory.CreateDirectory(Path.Combine(directory, "images")).FullName;
        foreach (var database in databases)
        {
            File.WriteAllText(Path.Combine(images, ThroughputImage(database)), ThroughputPlot.Draw(results, database, Connections).ToString());
        }

        if (results.Curves.Count > 0)
        {
            File.WriteAllText(Path.Combine(images, "latency.svg"), LatencyPlot.Draw(results.Curves).ToString());
        }

        var page = Path.Combine(directory, "performance.md");
        File.WriteAllText(page, MarkedSection.Replace(File.ReadAllText(page), Markdown()));
    }

    private static string ThroughputImage(DatabaseKind database) => $"throughput-{database.ToString().ToLowerInvariant()}.svg";

    private void Aims()
    {
        Line($"\n### LoApi's ratios, {Connections} connections\n");
        Line($"| Work | against {string.Join(" | against ", Contender.All.Skip(1).Select(other => other.Name))} |");
        Line($"|---|---|---|---|");
        foreach (var row in Aim.All.Where(aim => databases.Contains(aim.Database)).GroupBy(aim => (aim.Work, aim.Database)))
        {
            Line($"| {row.Key.Work}, {row.Key.Database} | {string.Join(" | ", row.Select(Told))} |");
        }

        if (P99At70(Contender.LoApi) is { } own)
        {
            var others = Contender.All.Skip(1).Select(other => P99At70(other) is { } of
                ? FormattableString.Invariant($"{own / of:0.0} times (aim: {(other == Contender.BareKestrel ? $"at most {ReadsP99Aim}" : "less than 1")})")
                : "");
            Line($"| p99 at 70 % of own peak, user by id | {string.Join(" | ", others)} |");
        }
    }

    private string Told(Aim aim) => results.Ratio(aim.Database, Contender.LoApi, aim.Against, aim.Work, Connections) is { } ratio
        ? FormattableString.Invariant($"{(ratio < aim.Ratio ? "**" : "")}{ratio:0.00}{(ratio < aim.Ratio ? "**" : "")} (aim {aim.Ratio:0.##})")
        : "";

    private double? P99At70(Contender contender) => results.Curves
        .SingleOrDefault(curve => curve.Contender == contender)?.Runs
        .SingleOrDefault(run => Math.Abs(run.Share - ShareOfPeak) < 0.001)?.P99Ms;

    private void Throughput(DatabaseKind database, int connections)
    {
        Line($"\n### {database}, {connections} connections\n");
        if (connections == Connections)
        {
            Line($"![Requests a second on {database}](images/{ThroughputImage(database)})\n");
        }

        Line($"| Work | {string.Join(" | ", Contender.All.Select(contender => contender.Name))} |");
        Line($"|---|---|---|---|---|");
        foreach (var work in Work.All)
        {
            Line($"| {work} | {string.Join(" | ", Contender.All.Select(contender => Told(results.Of(database, contender, work, connections))))} |");
        }
    }

    private static string Told(Measurement? measured) => measured is null
        ? ""
        : FormattableString.Invariant($"{measured.PerSecond.Median:N0} ({measured.PerSecond.Least:N0} to {measured.PerSecond.Most:N0}), p99 {measured.P99Ms.Median:0.0} ms");

    private void Inserts()
    {
        Line($"\n### What the databases do by themselves\n");
        Line($"The four rows of a creation (payoff, answer, token, audit record), 64 creations per transaction, nothing else:\n");
        Line($"| Database | creations a second | LoApi's share |");
        Line($"|---|---|---|");
        foreach (var (database, rate) in results.InsertsPerSecond)
        {
            var share = results.Of(database, Contender.LoApi, Work.Create, Connections) is { } own
                ? FormattableString.Invariant($"{own.PerSecond.Median / rate:0.00}")
                : "";
            Line($"| {database} | {rate:N0} | {share} |");
        }
    }

    private void Latency()
    {
        if (results.Curves.Count == 0)
        {
            return;
        }

        Line($"\n### Latency by offered rate\n");
        Line($"User by id on {databases[0]}, sent by schedule; latency counts from the scheduled moment. Shares are of what the contender answered to the same generator over {Connections} connections that wait.\n");
        Line($"![Latency by offered rate](images/latency.svg)\n");
        Line($"| | {string.Join(" | ", results.Curves.Select(curve => FormattableString.Invariant($"{curve.Contender} (peak {curve.Peak:N0})")))} |");
        Line($"|---|{string.Concat(results.Curves.Select(_ => "---|"))}");
        foreach (var share in plan.Shares)
        {
            var cells = results.Curves.Select(curve => curve.Runs.Single(run => run.Share.Equals(share))).Select(run => FormattableString.Invariant(
                $"p50 {run.P50Ms:0.00}, p99 {run.P99Ms:0.00} ms{(run.Unsent > 0 ? $", {run.Unsent:N0} unsent" : "")}"));
            Line($"| {share * 100:0} % | {string.Join(" | ", cells)} |");
        }
    }

    private void Footprint()
    {
        if (results.Footprint is { } footprint)
        {
            Line($"\n### LoApi alone\n");
            Line($"| | | aim |");
            Line($"|---|---|---|");
            Line($"| from process start to ready, demonstration data there | {footprint.Start.TotalSeconds:0.00} s | below 1.5 s |");
            Line($"| the same, filling an empty database with it | {footprint.FirstStart.TotalSeconds:0.00} s | |");
            Line($"| resident, idle after that | {footprint.IdleBytes / 1048576.0:0} MiB | |");
            Line($"| resident with {footprint.Grains:N0} payoffs read, each an active grain | {footprint.ActiveBytes / 1048576.0:0} MiB | below 150 MiB |");
        }
    }

    private void Scaled()
    {
        if (results.Scaled.Count == 0)
        {
            return;
        }

        Line($"\n### LoApi with much data\n");
        Line($"So many users and as many payoffs, 60 % of them at one location, whose list is read by pages of 50.\n");
        Line($"| Database | users, payoffs | page 1 | far page | by id, cold | by id, warm | memory per grain |");
        Line($"|---|---|---|---|---|---|---|");
        foreach (var scaled in results.Scaled)
        {
            Line($"| {scaled.Database} | {scaled.Size:N0} | {scaled.FirstPage:0.00} ms | {scaled.FarPageMs:0.00} ms (page {scaled.FarPage:N0}): {scaled.FarPageMs / scaled.FirstPage:0.00} times | {scaled.ColdPerSecond:N0} a second | {scaled.WarmPerSecond:N0} a second | {scaled.BytesPerGrain / 1024:0.0} KiB |");
        }
    }

    private void Remarks()
    {
        if (results.Remarks.Count > 0)
        {
            Line($"\n### Remarks\n");
            foreach (var remark in results.Remarks)
            {
                Line($"- {remark}");
            }
        }
    }

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
