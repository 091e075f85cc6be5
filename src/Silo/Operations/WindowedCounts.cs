using System.Collections.Concurrent;

namespace LoApi.Silo.Operations;

/// <summary>Counts by name, of the last minutes and of the last hour. So many names are told apart; what else comes is <see cref="Other"/>.</summary>
internal sealed class WindowedCounts(int most)
{
    /// <summary>The names beyond the bound, together.</summary>
    public const string Other = "other";

    private const int Minutes = 60;

    private readonly ConcurrentDictionary<string, Counter> _counters = new(StringComparer.Ordinal);
    private readonly Queue<(long Minute, Dictionary<string, long> Counts)> _past = new();

    /// <summary>Counts one. Called from any thread.</summary>
    public void Add(string name) => Interlocked.Increment(ref Of(name).Value);

    /// <summary>What was counted in the last <paramref name="minutes"/>, at most an hour, by name. Called from one thread, with the time in minutes.</summary>
    public IEnumerable<(string Name, long Count)> Since(long now, int minutes)
    {
        var before = _past.LastOrDefault(past => past.Minute <= now - minutes).Counts;
        return
            from counter in _counters
            let count = Interlocked.Read(ref counter.Value.Value) - (before?.GetValueOrDefault(counter.Key) ?? 0)
            where count > 0
            select (counter.Key, count);
    }

    /// <summary>Notes how the counts stand, once a minute.</summary>
    public void Note(long now)
    {
        if (_past.Count > 0 && _past.Last().Minute >= now)
        {
            return;
        }

        _past.Enqueue((now, _counters.ToDictionary(counter => counter.Key, counter => Interlocked.Read(ref counter.Value.Value), StringComparer.Ordinal)));
        while (_past.Count > Minutes + 1)
        {
            _past.Dequeue();
        }
    }

    private Counter Of(string name) =>
        _counters.TryGetValue(name, out var counter) ? counter
        : _counters.Count < most ? _counters.GetOrAdd(name, static _ => new())
        : _counters.GetOrAdd(Other, static _ => new());

    private sealed class Counter
    {
        public long Value;
    }
}
