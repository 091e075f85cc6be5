using LoApi.Errors;
using LoApi.Statistics;

namespace LoApi.ApiFrontend.Statistics;

/// <summary>
/// Answers of the last <see cref="KeptFor"/>: whoever asks the same meanwhile, or while it is counted, costs the database
/// nothing. Bounded in what is kept and in what is asked at the same moment.
/// </summary>
internal sealed class StatsCache(IGrainFactory grains, TimeProvider time)
{
    /// <summary>How long an answer is good.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    /// <summary>Answers that are kept at most.</summary>
    public const int Capacity = 200;

    /// <summary>Questions that are on their way at the same moment at most.</summary>
    public const int MaxAsked = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _asked;

    /// <summary>The answer and its age. Throws <see cref="OverloadedException"/> where too much is asked already.</summary>
    public async Task<(Outcome<StatsTable> Outcome, TimeSpan Age)> CountAsync(string identity, StatsRequest request)
    {
        var entry = Find(identity, request);
        var outcome = await entry.Answer;
        return (outcome, time.GetElapsedTime(entry.AskedAt));
    }

    private Entry Find(string identity, StatsRequest request)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(identity, out var known) && IsGood(known))
            {
                return known;
            }

            if (_asked >= MaxAsked)
            {
                throw new OverloadedException();
            }

            _asked++;
            MakeRoom();
            return _entries[identity] = new(AskAsync(request), time.GetTimestamp());
        }
    }

    private async Task<Outcome<StatsTable>> AskAsync(StatsRequest request)
    {
        await Task.Yield(); // Not under the lock.
        try
        {
            return await grains.GetGrain<IStatsQueryGrain>(0).CountAsync(request);
        }
        finally
        {
            lock (_lock)
            {
                _asked--;
            }
        }
    }

    // One that is under way is joined however long it takes; one that failed is no answer.
    private bool IsGood(Entry entry) =>
        !entry.Answer.IsCompleted || (entry.Answer.IsCompletedSuccessfully && time.GetElapsedTime(entry.AskedAt) < KeptFor);

    private void MakeRoom()
    {
        if (_entries.Count < Capacity)
        {
            return;
        }

        foreach (var (identity, entry) in _entries)
        {
            if (!IsGood(entry))
            {
                _entries.Remove(identity);
            }
        }

        while (_entries.Count >= Capacity)
        {
            _entries.Remove(_entries.Where(each => each.Value.Answer.IsCompleted).MinBy(each => each.Value.AskedAt).Key);
        }
    }

    private sealed record Entry(Task<Outcome<StatsTable>> Answer, long AskedAt);
}
