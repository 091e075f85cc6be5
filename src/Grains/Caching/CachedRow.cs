namespace LoApi.Grains.Caching;

/// <summary>
/// The row that a grain stands for: read when it is first asked for, and again once it is older than
/// <see cref="CacheOptions.MaxAge"/>. Belongs to one activation, whose turns keep it from being raced.
/// </summary>
internal sealed class CachedRow<T>(TimeProvider clock, TimeSpan maxAge, Func<Task<T?>> read)
    where T : class
{
    private T? _row;
    private long? _readAt;

    public async ValueTask<T?> GetAsync()
    {
        if (_readAt is not { } readAt || clock.GetElapsedTime(readAt) >= maxAge)
        {
            // The row may be as old as the moment in which it was asked for.
            var asked = clock.GetTimestamp();
            _row = await read();
            _readAt = asked;
        }

        return _row;
    }

    /// <summary>Takes over what was just written, or read by another way.</summary>
    public void Set(T? row)
    {
        _row = row;
        _readAt = clock.GetTimestamp();
    }

    /// <summary>Forgets the row, so that the next one to ask reads it.</summary>
    public void Invalidate() => _readAt = null;
}
