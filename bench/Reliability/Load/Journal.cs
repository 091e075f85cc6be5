using System.Collections.Concurrent;

namespace LoApi.Reliability.Load;

/// <summary>What callers saw, and when; of one run, whose length bounds it.</summary>
internal sealed class Journal
{
    private readonly ConcurrentQueue<Failure> _failures = new();
    private readonly ConcurrentQueue<Settlement> _settlements = new();

    /// <summary>Attempts that failed.</summary>
    public IReadOnlyCollection<Failure> Failures => _failures;

    /// <summary>Requests that were answered.</summary>
    public IReadOnlyCollection<Settlement> Settlements => _settlements;

    public void Add(Failure failure) => _failures.Enqueue(failure);

    public void Add(Settlement settlement) => _settlements.Enqueue(settlement);
}
