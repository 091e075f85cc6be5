using LoApi.Operations;
using LoApi.Silo.Operations;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Ops;

/// <summary>
/// Puts together what the page shows: what the board knows of all processes, and of this one what it knows itself. Where the
/// board does not answer, this process is shown alone, at once.
/// </summary>
internal sealed class OpsBoardReader(IGrainFactory grains, OpsStatus own, TimeProvider time, IOptions<OpsOptions> options, ILogger<OpsBoardReader> logger)
{
    /// <summary>How long a process is counted that is not heard of.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SharedFor = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private Task<OpsBoard?>? _reading;
    private (long After, long Timestamp) _read;
    private DateTimeOffset? _aloneSince;

    /// <summary>What there is to show, with the slots after one.</summary>
    public async Task<OpsView> ReadAsync(long afterSlot)
    {
        var board = await ReadOnceAsync(afterSlot);
        var now = time.GetUtcNow();
        var mine = own.Report;
        ProcessReport[] reports = [.. (board?.Processes ?? []).Where(report => report.ProcessId != mine?.ProcessId), .. mine is null ? (ReadOnlySpan<ProcessReport>)[] : [mine]];
        return new(
            now,
            _aloneSince,
            options.Value.DashboardUrl,
            [.. reports.Select(report => Process(report, now, isServing: ReferenceEquals(report, mine)))],
            Together(reports.Where(report => !report.HasEnded && now - report.ReportedAt < SilentAfter)),
            [.. (board?.Problems ?? []).Union(mine?.Problems ?? []).OrderByDescending(problem => problem.OccurredAt)],
            board?.History ?? [.. (mine?.History ?? []).Where(sample => sample.Slot > afterSlot)]);
    }

    /// <summary>The figures of several processes together.</summary>
    public static Dictionary<string, Dictionary<string, double>> Together(IEnumerable<ProcessReport> reports)
    {
        var together = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var figure in reports.SelectMany(report => report.Figures))
        {
            if (!together.TryGetValue(figure.Name, out var labels))
            {
                together[figure.Name] = labels = new(StringComparer.Ordinal);
            }

            labels[figure.Label] = !labels.TryGetValue(figure.Label, out var known) ? figure.Value
                : figure.Merge == FigureMerge.Sum ? known + figure.Value
                : Math.Max(known, figure.Value);
        }

        return together;
    }

    private static OpsProcess Process(ProcessReport report, DateTimeOffset now, bool isServing) => new(
        report.ProcessId,
        report.Role,
        report.Machine,
        report.Version,
        report.StartedAt,
        Math.Max(0, (now - report.ReportedAt).TotalSeconds),
        report.HasEnded,
        isServing,
        report.Checks,
        report.Figures.Where(figure => figure.Label.Length == 0).DistinctBy(figure => figure.Name).ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal));

    /// <summary>Several operators who look at the same moment cost one call.</summary>
    private Task<OpsBoard?> ReadOnceAsync(long afterSlot)
    {
        lock (_lock)
        {
            if (_reading is null || _read.After != afterSlot || (_reading.IsCompleted && time.GetElapsedTime(_read.Timestamp) >= SharedFor))
            {
                _read = (afterSlot, time.GetTimestamp());
                _reading = ReadBoardAsync(afterSlot);
            }

            return _reading;
        }
    }

    private async Task<OpsBoard?> ReadBoardAsync(long afterSlot)
    {
        await Task.Yield(); // Not under the lock.
        try
        {
            var board = await grains.GetGrain<IOpsBoardGrain>(0).ReadAsync(afterSlot).WaitAsync(Patience, time);
            _aloneSince = null;
            return board;
        }
        catch (Exception exception)
        {
            if (_aloneSince is null)
            {
                _aloneSince = time.GetUtcNow();
                Log.BoardAway(logger, exception);
            }

            return null;
        }
    }
}
