using LoApi.ApiFrontend.Representations;
using LoApi.Caching;
using LoApi.Reference;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Reference;

/// <summary>
/// This process's snapshot of one table of reference data. A snapshot older than <see cref="CacheOptions.MaxAge"/>
/// is held against the grain's version by the next request that comes; all that come meanwhile wait for the same answer.
/// Where there is none within <see cref="CacheOptions.Patience"/>, the snapshot goes on until <see cref="CacheOptions.MaxStale"/>.
/// </summary>
internal sealed class ReferenceData<T> : IReferenceState
{
    // No version of a table is negative: whoever holds none gets the table, even one that was never filled.
    private const long Unknown = -1;

    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly string _table;
    private readonly Func<ReferenceTable, ReferenceSnapshot<T>> _build;
    private readonly IGrainFactory _grains;
    private readonly TimeProvider _clock;
    private readonly CacheOptions _options;
    private readonly ILogger<ReferenceData<T>> _logger;
    private Task<Held>? _refreshing;
    private long _refreshingSince;
    private Held? _held;
    private DateTimeOffset? _heldSince;
    private long? _failedAt;

    public ReferenceData(
        string table,
        Func<ReferenceTable, ReferenceSnapshot<T>> build,
        IGrainFactory grains,
        TimeProvider clock,
        ReferenceMeasures measures,
        IOptions<CacheOptions> options,
        ILogger<ReferenceData<T>> logger)
    {
        _table = table;
        _build = build;
        _grains = grains;
        _clock = clock;
        _options = options.Value;
        _logger = logger;
        CacheControl = Representations.CacheControl.OfReferenceData(_options);
        measures.Observe(table, Measure);
    }

    public ReferenceState? State
    {
        get
        {
            lock (_lock)
            {
                return _held is { } held
                    ? new(_table, held.Snapshot.Table.Version, held.Snapshot.Rows.Count, _clock.GetElapsedTime(held.CheckedAt), _heldSince!.Value)
                    : null;
            }
        }
    }

    /// <summary>The value of <c>Cache-Control</c> that tells callers the same bound.</summary>
    public string CacheControl { get; }

    /// <summary>
    /// The snapshot to answer a request from, whose <c>Age</c> tells how long ago it was held against the grain's
    /// version. Throws what the grain threw where there is none that may still be used.
    /// </summary>
    public async ValueTask<ReferenceSnapshot<T>> GetAsync(HttpContext http)
    {
        var held = await GetAsync(http.RequestAborted);
        AgeHeader.Say(http.Response, _clock.GetElapsedTime(held.CheckedAt));
        return held.Snapshot;
    }

    private ValueTask<Held> GetAsync(CancellationToken cancellation)
    {
        Task<Held> refresh;
        Held? held;
        TimeSpan patience;
        lock (_lock)
        {
            held = _held;
            if (held is not null && (IsYounger(held.CheckedAt, _options.MaxAge) || HasJustFailed(held)))
            {
                return ValueTask.FromResult(held);
            }

            if (_refreshing is null or { IsCompleted: true })
            {
                _refreshingSince = _clock.GetTimestamp();
                _refreshing = RefreshAsync(held);
            }

            refresh = _refreshing;
            patience = _options.Patience - _clock.GetElapsedTime(_refreshingSince);
        }

        if (held is null || !IsYounger(held.CheckedAt, _options.MaxStale))
        {
            return new(refresh.WaitAsync(cancellation));
        }

        return WaitAsync(refresh, held, patience, cancellation);
    }

    private async ValueTask<Held> WaitAsync(Task<Held> refresh, Held held, TimeSpan patience, CancellationToken cancellation) =>
        await refresh.EndsWithinAsync(patience, _clock, cancellation) ? await refresh : held;

    private async Task<Held> RefreshAsync(Held? held)
    {
        await Task.Yield(); // Nothing of the grain's runs under the lock.
        var asked = _clock.GetTimestamp();
        try
        {
            var changed = await _grains.GetGrain<IReferenceDataGrain>(_table).GetIfChangedAsync(held?.Snapshot.Table.Version ?? Unknown);
            var snapshot = changed is null ? held!.Snapshot : _build(changed);
            return Keep(new(snapshot, asked), failedAt: null);
        }
        catch (Exception exception) when (held is not null && IsYounger(held.CheckedAt, _options.MaxStale))
        {
            Log.NotRefreshed(_logger, exception, _table);
            return Keep(held, failedAt: _clock.GetTimestamp());
        }
    }

    private Held Keep(Held held, long? failedAt)
    {
        lock (_lock)
        {
            _held = held;
            _heldSince ??= _clock.GetUtcNow();
            _failedAt = failedAt;
            return held;
        }
    }

    private (TimeSpan Age, long Version)? Measure()
    {
        lock (_lock)
        {
            return _held is { } held ? (_clock.GetElapsedTime(held.CheckedAt), held.Snapshot.Table.Version) : null;
        }
    }

    private bool HasJustFailed(Held held) =>
        _failedAt is { } failedAt && IsYounger(failedAt, RetryAfterFailure) && IsYounger(held.CheckedAt, _options.MaxStale);

    private bool IsYounger(long timestamp, TimeSpan age) => _clock.GetElapsedTime(timestamp) < age;

    private sealed record Held(ReferenceSnapshot<T> Snapshot, long CheckedAt);
}
