using System.Collections.Immutable;
using LoApi.Operations;

namespace LoApi.Grains.Operations;

/// <summary>
/// What the processes of a service tell of themselves. Bounded in everything: processes, their slots, their problems, and
/// how long one is remembered that says nothing. Belongs to one activation, whose turns keep it from being raced.
/// </summary>
internal sealed class ProcessBoard(TimeProvider time)
{
    /// <summary>Processes at most.</summary>
    public const int MaxProcesses = 200;

    /// <summary>How long a process is shown that is not heard of any more.</summary>
    public static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(10);

    /// <summary>How long its history and problems are kept after that: all of the hour that the page draws.</summary>
    public static readonly TimeSpan HistoryKeptFor = TimeSpan.FromSeconds(HistorySample.Kept * HistorySample.Seconds);

    private readonly Dictionary<string, BoardEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Takes a report.</summary>
    public ReportReceipt Publish(ProcessReport report)
    {
        Forget();
        var told = report with { History = [], Problems = [] };
        var wasKnown = _entries.TryGetValue(report.ProcessId, out var entry);
        if (entry is null)
        {
            if (report.HasEnded)
            {
                return new(0, 0, WasKnown: false); // It was not seen to live either.
            }

            if (_entries.Count >= MaxProcesses)
            {
                _entries.Remove(_entries.MinBy(each => each.Value.ReceivedAt).Key);
            }

            _entries[report.ProcessId] = entry = new() { Report = told };
        }

        if (entry.Report.HasEnded)
        {
            return entry.Receipt(wasKnown); // Sent before its last one, and overtaken by it.
        }

        entry.Report = told;
        entry.ReceivedAt = time.GetTimestamp();
        if (!wasKnown)
        {
            return entry.Receipt(wasKnown: false); // Everything comes with the next one, in its order.
        }

        entry.Take(report);
        return entry.Receipt(wasKnown: true);
    }

    /// <summary>What there is to know, with the history after a slot.</summary>
    public OpsBoard Read(long afterSlot)
    {
        Forget();
        var entries = _entries.Values;
        ImmutableArray<HistorySample> history =
        [
            .. entries
                .SelectMany(entry => entry.History)
                .Where(sample => sample.Slot > afterSlot)
                .GroupBy(sample => sample.Slot)
                .OrderBy(slot => slot.Key)
                .Select(slot => slot.Aggregate((one, other) => one.With(other)))
                .TakeLast(HistorySample.Kept),
        ];
        return new(
            [.. entries.Where(entry => time.GetElapsedTime(entry.ReceivedAt) <= RememberedFor).Select(entry => entry.Report).OrderBy(report => report.Role, StringComparer.Ordinal).ThenBy(report => report.ProcessId, StringComparer.Ordinal)],
            Latest(entries.SelectMany(entry => entry.Problems)),
            history);
    }

    /// <summary>The latest of both kinds, the last one first.</summary>
    private static ImmutableArray<SeenProblem> Latest(IEnumerable<SeenProblem> problems) =>
    [
        .. problems
            .GroupBy(problem => problem.IsOurs)
            .SelectMany(kind => kind.OrderByDescending(problem => problem.OccurredAt).Take(SeenProblem.Kept))
            .OrderByDescending(problem => problem.OccurredAt),
    ];

    private void Forget()
    {
        foreach (var (processId, entry) in _entries)
        {
            if (time.GetElapsedTime(entry.ReceivedAt) > HistoryKeptFor)
            {
                _entries.Remove(processId);
            }
        }
    }
}
