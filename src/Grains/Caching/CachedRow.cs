using LoApi.Storage.Writing;

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

    /// <summary>
    /// Writes the row with what belongs to it. Until the outcome is known, memory knows nothing: what fails in the middle
    /// may have been committed.
    /// </summary>
    /// <param name="writer">The way to the database.</param>
    /// <param name="changes">What is written.</param>
    /// <param name="row">The row as it then is; null where it is gone.</param>
    public async Task<WriteResult> WriteAsync(IChangeWriter writer, ChangeSet changes, T? row)
    {
        Invalidate();
        var result = await writer.WriteAsync(changes);
        if (result == WriteResult.Committed)
        {
            _row = row;
            _readAt = clock.GetTimestamp();
        }

        return result;
    }

    /// <summary>Forgets the row, so that the next one to ask reads it.</summary>
    public void Invalidate() => _readAt = null;
}
