using System.Globalization;
using LoApi.Reference;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Reference;

/// <summary>
/// This process's snapshot of one table of reference data. A snapshot older than <see cref="ReferenceOptions.MaxAge"/>
/// is held against the grain's version by the next request that comes; all that come meanwhile wait for the same answer.
/// Where there is none, the snapshot goes on until <see cref="ReferenceOptions.MaxStale"/>.
/// </summary>
internal sealed class ReferenceData<T>(
    string table,
    Func<ReferenceTable, ReferenceSnapshot<T>> build,
    IGrainFactory grains,
    TimeProvider clock,
    IOptions<ReferenceOptions> options,
    ILogger<ReferenceData<T>> logger)
{
    // No version of a table is negative: whoever holds none gets the table, even one that was never filled.
    private const long Unknown = -1;

    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task<Held>? _refreshing;
    private Held? _held;
    private long? _failedAt;

    /// <summary>The value of <c>Cache-Control</c> that tells callers the same bound.</summary>
    public string CacheControl { get; } = options.Value.CacheControl;

    /// <summary>
    /// The snapshot to answer a request from, whose <c>Age</c> tells how long ago it was held against the grain's
    /// version. Throws what the grain threw where there is none that may still be used.
    /// </summary>
    public async ValueTask<ReferenceSnapshot<T>> GetAsync(HttpContext http)
    {
        var held = await GetAsync(http.RequestAborted);
        http.Response.Headers.Age = ((long)clock.GetElapsedTime(held.CheckedAt).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return held.Snapshot;
    }

    private ValueTask<Held> GetAsync(CancellationToken cancellation)
    {
        Task<Held> refresh;
        lock (_lock)
        {
            if (_held is { } held && (IsYounger(held.CheckedAt, options.Value.MaxAge) || HasJustFailed(held)))
            {
                return ValueTask.FromResult(held);
            }

            refresh = _refreshing is { IsCompleted: false } ? _refreshing : _refreshing = RefreshAsync(_held);
        }

        return new(refresh.WaitAsync(cancellation));
    }

    private async Task<Held> RefreshAsync(Held? held)
    {
        await Task.Yield(); // Nothing of the grain's runs under the lock.
        var asked = clock.GetTimestamp();
        try
        {
            var changed = await grains.GetGrain<IReferenceDataGrain>(table).GetIfChangedAsync(held?.Snapshot.Table.Version ?? Unknown);
            var snapshot = changed is null ? held!.Snapshot : build(changed);
            return Keep(new(snapshot, asked), failedAt: null);
        }
        catch (Exception exception) when (held is not null && IsYounger(held.CheckedAt, options.Value.MaxStale))
        {
            Log.NotRefreshed(logger, exception, table);
            return Keep(held, failedAt: clock.GetTimestamp());
        }
    }

    private Held Keep(Held held, long? failedAt)
    {
        lock (_lock)
        {
            _held = held;
            _failedAt = failedAt;
            return held;
        }
    }

    private bool HasJustFailed(Held held) =>
        _failedAt is { } failedAt && IsYounger(failedAt, RetryAfterFailure) && IsYounger(held.CheckedAt, options.Value.MaxStale);

    private bool IsYounger(long timestamp, TimeSpan age) => clock.GetElapsedTime(timestamp) < age;

    private sealed record Held(ReferenceSnapshot<T> Snapshot, long CheckedAt);
}
