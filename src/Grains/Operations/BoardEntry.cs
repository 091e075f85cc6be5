using LoApi.Operations;

namespace LoApi.Grains.Operations;

/// <summary>What the board knows of one process.</summary>
internal sealed class BoardEntry
{
    private readonly SortedDictionary<long, HistorySample> _history = [];
    private readonly Queue<SeenProblem> _ours = new();
    private readonly Queue<SeenProblem> _theirs = new();
    private long _lastProblem;

    /// <summary>The last report, without history and problems.</summary>
    public required ProcessReport Report { get; set; }

    /// <summary>When it came.</summary>
    public long ReceivedAt { get; set; }

    public IEnumerable<HistorySample> History => _history.Values;

    public IEnumerable<SeenProblem> Problems => _ours.Concat(_theirs);

    public ReportReceipt Receipt(bool wasKnown) => new(_history.Count == 0 ? 0 : _history.Keys.Max(), _lastProblem, wasKnown);

    /// <summary>Takes over what is new in a report; what was told before is told once.</summary>
    public void Take(ProcessReport report)
    {
        foreach (var sample in report.History)
        {
            _history[sample.Slot] = sample;
        }

        while (_history.Count > HistorySample.Kept)
        {
            _history.Remove(_history.Keys.First());
        }

        foreach (var problem in report.Problems.Where(problem => problem.Number > _lastProblem))
        {
            Keep(problem.IsOurs ? _ours : _theirs, problem);
            _lastProblem = problem.Number;
        }
    }

    private static void Keep(Queue<SeenProblem> problems, SeenProblem problem)
    {
        problems.Enqueue(problem);
        if (problems.Count > SeenProblem.Kept)
        {
            problems.Dequeue();
        }
    }
}
