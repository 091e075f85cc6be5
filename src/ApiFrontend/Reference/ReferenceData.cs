using LoApi.Reference;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Reference;

/// <summary>
/// This process's snapshot of one table of reference data. A snapshot older than <see cref="ReferenceOptions.MaxAge"/>
/// is held against the grain's version by the next request that comes, and replaced where that is another.
/// </summary>
internal sealed class ReferenceData<T>(
    string table,
    Func<ReferenceTable, ReferenceSnapshot<T>> build,
    IGrainFactory grains,
    TimeProvider clock,
    IOptions<ReferenceOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile Held? _held;

    /// <summary>The value of <c>Cache-Control</c> that tells callers the same bound.</summary>
    public string CacheControl { get; } = options.Value.CacheControl;

    public async ValueTask<ReferenceSnapshot<T>> GetAsync(CancellationToken cancellation)
    {
        if (_held is { } held && IsFresh(held))
        {
            return held.Snapshot;
        }

        await _refreshing.WaitAsync(cancellation);
        try
        {
            return _held is { } refreshed && IsFresh(refreshed) ? refreshed.Snapshot : await RefreshAsync();
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _refreshing.Dispose();

    private async Task<ReferenceSnapshot<T>> RefreshAsync()
    {
        var asked = clock.GetTimestamp();
        var known = _held?.Snapshot;
        var changed = await grains.GetGrain<IReferenceDataGrain>(table).GetIfChangedAsync(known?.Table.Version ?? 0);
        var snapshot = changed is null && known is not null ? known : build(changed ?? throw Missing());
        _held = new(snapshot, asked);
        return snapshot;
    }

    private bool IsFresh(Held held) => clock.GetElapsedTime(held.CheckedAt) < options.Value.MaxAge;

    private InvalidOperationException Missing() => new($"The grain has no table '{table}' for a process that holds none.");

    private sealed record Held(ReferenceSnapshot<T> Snapshot, long CheckedAt);
}
