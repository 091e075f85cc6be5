using LoApi.Comparison.Measures;

namespace LoApi.Comparison.Reporting;

/// <summary>LoApi with much data, and whether it costs more.</summary>
internal sealed class ScalingSection(Results results)
{
    /// <summary>How many times the first page a far one may take.</summary>
    private const double FarPageAim = 1.2;

    /// <summary>How many times as long anything may take with the most rows as with the fewest.</summary>
    private const double MostRowsAim = 1.5;

    private readonly MarkdownText _text = new();

    public string Markdown()
    {
        _text.Line($"So many users beside the demonstration's thousand, and as many payoffs, 60 % of both at one location. Medians in milliseconds of requests one after the other over one connection, as a caller on the same machine sees them: lists by pages of 50, the first page and the far one in turn; by id, 500 from all over the table, each for the first time (cold: from the database) and once more (warm: from its grain).");
        Pages();
        Reads();
        MostAgainstFewest();
        _text.Remarks(results, Part.Scaling);
        return _text.ToString();
    }

    private void Pages()
    {
        _text.Line($"\n### Far pages (aim: at most {FarPageAim} times page 1)\n");
        _text.Line($"| Database, rows | payoffs, page 1 | far page | | users, page 1 | far page | |");
        _text.Line($"|---|---|---|---|---|---|---|");
        foreach (var scaled in results.Scaled)
        {
            _text.Line($"| {scaled.Database}, {scaled.Size:N0} | {Told(scaled.Payoffs)} | {Told(scaled.Users)} |");
        }
    }

    private static string Told(PageTimes pages)
    {
        var ratio = pages.FarMs / pages.FirstMs;
        return FormattableString.Invariant($"{pages.FirstMs:0.00} | {pages.FarMs:0.00} (page {pages.FarPage:N0}) | {MarkdownText.Judged($"{ratio:0.00} times", ratio > FarPageAim)}");
    }

    private void Reads()
    {
        _text.Line($"\n### By id, and memory\n");
        _text.Line($"The heap per grain is what the managed heap grew by, all garbage collected, between 10,000 and 40,000 payoffs read.\n");
        _text.Line($"| Database, rows | payoff, cold | warm | user, cold | warm | heap per active grain |");
        _text.Line($"|---|---|---|---|---|---|");
        foreach (var scaled in results.Scaled)
        {
            var heap = scaled.BytesPerGrain is { } bytes ? FormattableString.Invariant($"{bytes / 1024:0.0} KiB") : "";
            _text.Line($"| {scaled.Database}, {scaled.Size:N0} | {scaled.Payoff.ColdMs:0.00} | {scaled.Payoff.WarmMs:0.00} | {scaled.User.ColdMs:0.00} | {scaled.User.WarmMs:0.00} | {heap} |");
        }
    }

    private void MostAgainstFewest()
    {
        _text.Line($"\n### The most rows against the fewest (aim: at most {MostRowsAim} times)\n");
        _text.Line($"| Database, rows | payoffs, page 1 | users, page 1 | payoff, cold | warm | user, cold | warm |");
        _text.Line($"|---|---|---|---|---|---|---|");
        foreach (var database in results.Scaled.GroupBy(scaled => scaled.Database))
        {
            var (fewest, most) = (database.MinBy(scaled => scaled.Size)!, database.MaxBy(scaled => scaled.Size)!);
            Func<ScaledFigures, double>[] figures =
            [
                scaled => scaled.Payoffs.FirstMs, scaled => scaled.Users.FirstMs,
                scaled => scaled.Payoff.ColdMs, scaled => scaled.Payoff.WarmMs, scaled => scaled.User.ColdMs, scaled => scaled.User.WarmMs,
            ];
            var ratios = figures.Select(figure => figure(most) / figure(fewest)).Select(ratio => MarkdownText.Judged($"{ratio:0.00}", ratio > MostRowsAim));
            _text.Line($"| {database.Key}, {most.Size:N0} against {fewest.Size:N0} | {string.Join(" | ", ratios)} |");
        }
    }
}
