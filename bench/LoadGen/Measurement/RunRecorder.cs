using System.Collections.Concurrent;

namespace LoApi.LoadGen.Measurement;

/// <summary>What happened in a run, gathered from all connections at once.</summary>
internal sealed class RunRecorder
{
    /// <summary>Reasons come from the server, so their number is bounded; those beyond count as this one.</summary>
    public const string OtherReasons = "other";

    private const int MaxReasons = 200;

    private readonly ConcurrentDictionary<(OutcomeKind Kind, string Reason), StrongCount> _reasons = new();
    private readonly long[] _kinds = new long[Enum.GetValues<OutcomeKind>().Length];
    private long _completed;
    private long _retries;
    private long _unsent;

    /// <summary>From when a request was meant to be sent to the end of its answer. In a closed loop that is when it was sent.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>From when a request was really sent to the end of its answer.</summary>
    public LatencyHistogram ServiceTime { get; } = new();

    public long Completed => Interlocked.Read(ref _completed);

    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>Requests whose time came while as many as allowed were still in flight.</summary>
    public long Unsent => Interlocked.Read(ref _unsent);

    public long this[OutcomeKind kind] => Interlocked.Read(ref _kinds[(int)kind]);

    public void Record(Outcome outcome, TimeSpan latency, TimeSpan serviceTime)
    {
        Interlocked.Increment(ref _kinds[(int)outcome.Kind]);
        Interlocked.Add(ref _retries, outcome.Retries);
        if (outcome.Reason.Length > 0)
        {
            CountOf(outcome.Kind, outcome.Reason).Increment();
        }

        if (outcome.TellsLatency)
        {
            Latency.Record(latency);
            ServiceTime.Record(serviceTime);
        }

        Interlocked.Increment(ref _completed);
    }

    public void RecordUnsent() => Interlocked.Increment(ref _unsent);

    /// <summary>The reasons of one kind, the most frequent first.</summary>
    public IReadOnlyDictionary<string, long> ReasonsOf(OutcomeKind kind) => new OrderedDictionary<string, long>(
        _reasons.Where(entry => entry.Key.Kind == kind)
            .OrderByDescending(entry => entry.Value.Value)
            .ThenBy(entry => entry.Key.Reason, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key.Reason, entry.Value.Value)));

    private StrongCount CountOf(OutcomeKind kind, string reason)
    {
        if (_reasons.TryGetValue((kind, reason), out var count))
        {
            return count;
        }

        return _reasons.GetOrAdd((kind, _reasons.Count < MaxReasons ? reason : OtherReasons), _ => new StrongCount());
    }

    private sealed class StrongCount
    {
        private long _value;

        public long Value => Interlocked.Read(ref _value);

        public void Increment() => Interlocked.Increment(ref _value);
    }
}
