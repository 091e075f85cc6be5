using System.Collections.Frozen;
using System.Runtime.ExceptionServices;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Limits;

namespace LoApi.Grains.Clients;

/// <summary>
/// The ids of all clients, read when they are asked for and again once they are older than <see cref="ClientStaleness.Grain"/>.
/// After a failure nothing is read for a while, twice as long after each further one; until then ids that were known go on,
/// for <see cref="ClientStaleness.LastKnownIds"/>. Of any other id nobody can tell then whether it has been added since.
/// Belongs to one activation, whose turns keep it from being raced.
/// </summary>
internal sealed class ClientIds(TimeProvider time, Func<Task<FrozenSet<string>>> read)
{
    /// <summary>How long nothing is read after a first failure.</summary>
    public static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(1);

    /// <summary>How long nothing is read after many.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(8);

    private readonly SecondBudget _budget = new(time, ClientStaleness.ReadsPerSecond);
    private FrozenSet<string> _ids = FrozenSet<string>.Empty;
    private long? _readAt;
    private Exception? _failure;
    private long _failedAt;
    private TimeSpan _rest;

    /// <summary>
    /// Whether there is a client of this id. Throws what reading failed with, as often as it is asked, where that cannot be
    /// told: <see cref="DatabaseUnavailableException"/> for whichever id.
    /// </summary>
    public async Task<bool> KnowsAsync(string id)
    {
        if (IsYounger(_readAt, ClientStaleness.Grain) && (_ids.Contains(id) || !_budget.TrySpend()))
        {
            return _ids.Contains(id);
        }

        // An id that is not known may have been added a moment ago.
        if (_failure is null || !IsYounger(_failedAt, _rest))
        {
            await ReadAsync();
        }

        if (_failure is null || (_ids.Contains(id) && IsYounger(_readAt, ClientStaleness.LastKnownIds)))
        {
            return _ids.Contains(id);
        }

        ExceptionDispatchInfo.Throw(_failure);
        return false;
    }

    private async Task ReadAsync()
    {
        var asked = time.GetTimestamp();
        try
        {
            _ids = await read();
            _readAt = asked;
            _failure = null;
        }
        catch (Exception exception)
        {
            _rest = _failure is null ? ShortestRest : TimeSpan.FromTicks(Math.Min(2 * _rest.Ticks, LongestRest.Ticks));
            _failure = exception; // Whoever asks is told.
            _failedAt = time.GetTimestamp();
        }
    }

    private bool IsYounger(long? timestamp, TimeSpan age) => timestamp is { } from && time.GetElapsedTime(from) < age;
}
