using Spectre.Console;

namespace LoApi.LoadGen.Reporting;

/// <summary>A run's summary for people.</summary>
internal static class SummaryTables
{
    public static void Write(IAnsiConsole canvas, RunSummary run)
    {
        canvas.Write(Outcomes(run));
        if (run.LatencyMs.Count > 0)
        {
            canvas.Write(Latencies(run));
        }

        var load = run.Rate is { } rate ? $"open loop at {rate:N0} requests/s" : "closed loop";
        canvas.WriteLine(
            $"{run.Requests:N0} requests in {run.ElapsedSeconds:N2} s: {run.RequestsPerSecond:N0} requests/s, {load}, "
            + $"{run.Connections} connections.");
        if (run.Unsent > 0)
        {
            canvas.WriteLine($"{run.Unsent:N0} were not sent in time: too many were in flight (--max-in-flight).");
        }

        if (run.Expected is not null)
        {
            canvas.WriteLine($"Expected {run.Expected}: {run.AsExpected:N0} of {run.Requests + run.Unsent:N0}.");
        }

        if (run.Interrupted)
        {
            canvas.WriteLine("Interrupted before its end.");
        }

        if (run.KeySeed is not null)
        {
            canvas.WriteLine(
                $"{run.Banks:N0} banks at {run.Locations:N0} locations. "
                + $"To replay: --key-seed {run.KeySeed} --payoff-date {run.PayoffDate:yyyy-MM-dd}");
        }
    }

    private static Table Outcomes(RunSummary run)
    {
        var table = new Table().AddColumn("Outcome").AddColumn("Reason").AddColumn("Requests", Right);
        AddRow(table, "ok", "", run.Ok);
        AddRow(table, "created", "", run.Created);
        AddRow(table, "replayed", "", run.Replayed);
        AddRows(table, "refused", run.RefusedByCode);
        AddRows(table, "failed", run.FailedByCode);
        AddRows(table, "transport error", run.TransportErrorsByKind);
        AddRow(table, "unsent", "", run.Unsent);
        AddRow(table, "(retries)", "", run.Retries);
        return table;
    }

    private static Table Latencies(RunSummary run)
    {
        var table = new Table().AddColumn("Milliseconds");
        foreach (var column in (string[])["p50", "p90", "p99", "p99.9", "max", "mean"])
        {
            table.AddColumn(column, Right);
        }

        AddRow(table, run.ServiceTimeMs is null ? "latency" : "latency, from schedule", run.LatencyMs);
        if (run.ServiceTimeMs is { } serviceTime)
        {
            AddRow(table, "service time, from send", serviceTime);
        }

        return table;
    }

    private static void AddRows(Table table, string outcome, IReadOnlyDictionary<string, long> reasons)
    {
        foreach (var (reason, count) in reasons)
        {
            AddRow(table, outcome, reason, count);
        }
    }

    private static void AddRow(Table table, string outcome, string reason, long count)
    {
        if (count > 0)
        {
            table.AddRow(outcome, Markup.Escape(reason), $"{count:N0}");
        }
    }

    private static void AddRow(Table table, string name, LatencySummary latency) => table.AddRow(
        name,
        $"{latency.P50:N2}",
        $"{latency.P90:N2}",
        $"{latency.P99:N2}",
        $"{latency.P999:N2}",
        $"{latency.Max:N2}",
        $"{latency.Mean:N2}");

    private static void Right(TableColumn column) => column.RightAligned();
}
