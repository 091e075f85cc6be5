using LoApi.Storage.Writing;

namespace LoApi.Grains.Caching;

/// <summary>
/// The row that a grain stands for: read when it is first asked for, and again once it is older than
/// <see cref="CacheOptions.MaxAge"/>. Belongs to one activation, whose turns keep it from being raced; reads may interleave
/// with each other, but not with a write.
/// </summary>
/// <remarks>
/// Where there is no row, the activation ends by itself: a guessed id, or a key that came to nothing, leaves none behind.
/// It ends soon and not at once, because calls that wait for it would be sent on to another, which would end as well, and
/// Orleans refuses a call that was sent on more than twice.
/// </remarks>
internal sealed class CachedRow<T>(IGrainBase grain, TimeProvider clock, TimeSpan maxAge, Func<Task<T?>> read)
    where T : class
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private T? _row;
    private long? _readAt;
    private IGrainTimer? _end;

    /// <summary>The row as far as memory knows it; null also where nobody has asked the database yet.</summary>
    public T? Known => IsFresh ? _row : null;

    private bool IsFresh => _readAt is { } readAt && clock.GetElapsedTime(readAt) < maxAge;

    public async ValueTask<T?> GetAsync()
    {
        if (!IsFresh)
        {
            // The row may be as old as the moment in which it was asked for.
            var asked = clock.GetTimestamp();
            var row = await read();
            if (_readAt is not { } newer || newer <= asked)
            {
                Keep(row, asked); // Unless a read that was begun later has ended before.
            }
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
        WriteResult result;
        try
        {
            result = await writer.WriteAsync(changes);
        }
        catch when (_row is null)
        {
            EndSoon();
            throw;
        }

        if (result == WriteResult.Committed)
        {
            Keep(row, clock.GetTimestamp());
        }

        return result;
    }

    /// <summary>Forgets the row, so that the next one to ask reads it.</summary>
    public void Invalidate() => _readAt = null;

    private void Keep(T? row, long asOf)
    {
        _row = row;
        _readAt = asOf;
        if (row is null)
        {
            EndSoon();
        }
        else
        {
            _end?.Dispose();
            _end = null;
        }
    }

    private void EndSoon() => _end ??= grain.RegisterGrainTimer(EndAsync, Patience, Timeout.InfiniteTimeSpan);

    private Task EndAsync()
    {
        grain.DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
