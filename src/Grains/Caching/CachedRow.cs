using LoApi.Caching;
using LoApi.Errors;
using LoApi.Storage.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LoApi.Grains.Caching;

/// <summary>
/// The row that a grain stands for: read when it is first asked for, and again once it is older than
/// <see cref="CacheOptions.MaxAge"/>. Those who only read are given an older one where the database does not answer,
/// until <see cref="CacheOptions.MaxStale"/>. Belongs to one activation, whose turns keep it from being raced; only a read
/// that outlasts its turn interleaves with what comes after it.
/// </summary>
/// <remarks>
/// Where there is no row, the activation ends by itself: a guessed id, or a key that came to nothing, leaves none behind.
/// It ends soon and not at once, because calls that wait for it would be sent on to another, which would end as well, and
/// Orleans refuses a call that was sent on more than twice.
/// </remarks>
internal sealed class CachedRow<T>(
    IGrainBase grain, TimeProvider clock, CacheOptions options, ILogger logger, Func<Task<T?>> find)
    where T : class
{
    private static readonly TimeSpan EndAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FailureMatters = TimeSpan.FromSeconds(30);

    private T? _row;
    private long? _readAt;
    private bool _doubted;
    private int _doubts;
    private Task? _refresh;
    private long _refreshedAt;
    private long? _failedAt;
    private IGrainTimer? _end;

    /// <summary>A row that nobody is given beyond its age.</summary>
    public CachedRow(IGrainBase grain, TimeProvider clock, TimeSpan maxAge, Func<Task<T?>> find)
        : this(grain, clock, new() { MaxAge = maxAge, MaxStale = maxAge }, NullLogger.Instance, find)
    {
    }

    /// <summary>The row as far as memory knows it; null also where nobody has asked the database yet.</summary>
    public T? Known => IsCurrent ? _row : null;

    private bool IsCurrent => !_doubted && IsYounger(_readAt, options.MaxAge);

    /// <summary>The row, not older than <see cref="CacheOptions.MaxAge"/>. Throws what the database threw.</summary>
    public async ValueTask<T?> GetAsync()
    {
        if (IsCurrent)
        {
            return _row;
        }

        // What was read is an answer also where memory may not keep it, because the row was put in doubt meanwhile.
        var found = await FindAsync();
        return IsCurrent ? _row : found;
    }

    /// <summary>
    /// The row for one who only reads. While the database does not answer, as memory holds it; throws where that is nothing,
    /// or too old.
    /// </summary>
    public async ValueTask<Reading<T>> ReadAsync()
    {
        if (!IsCurrent && MayGoOn(options.MaxStale))
        {
            await TryRefreshAsync();
        }

        // A refresh may have lasted until memory was too old.
        return IsCurrent || MayGoOn(options.MaxStale) ? new(_row, clock.GetElapsedTime(_readAt!.Value)) : new(await GetAsync(), TimeSpan.Zero);
    }

    /// <summary>
    /// Writes the row with what belongs to it. Until the outcome is known, what memory holds is in doubt: what fails in the
    /// middle may have been committed.
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
        catch (OutcomeUnknownException)
        {
            Forget(); // Not even readers are given what may have been before it.
            throw;
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

    /// <summary>Puts the row in doubt, so that the next one to ask reads it.</summary>
    public void Invalidate()
    {
        _doubted = true;
        _doubts++;
    }

    private async Task<T?> FindAsync()
    {
        // The row may be as old as the moment in which it was asked for.
        var asked = clock.GetTimestamp();
        var doubts = _doubts;
        var row = await find();
        if (doubts == _doubts && (_readAt is not { } readAt || readAt <= asked))
        {
            Keep(row, asked); // Unless a write or a later read has ended before.
        }

        return row;
    }

    /// <summary>
    /// Waits for the database, <see cref="CacheOptions.Patience"/> long where it has failed a moment ago, or where the row has
    /// only just become too old: who was idle for longer must not be answered from long ago because the database is slow. A
    /// refresh that takes longer goes on: the next one to ask waits for the rest of it, if at all. One that failed is not
    /// repeated at once.
    /// </summary>
    private async Task TryRefreshAsync()
    {
        if (_refresh is null or { IsCompleted: true })
        {
            if (IsYounger(_failedAt, RetryAfterFailure))
            {
                return;
            }

            _refreshedAt = clock.GetTimestamp();
            _refresh = RefreshAsync();
        }

        var refresh = _refresh;
        var mayLeave = IsYounger(_failedAt, FailureMatters) || MayGoOn(2 * options.MaxAge);
        if (!mayLeave || await refresh.EndsWithinAsync(options.Patience - clock.GetElapsedTime(_refreshedAt), clock))
        {
            await refresh;
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            await FindAsync();
            _failedAt = null;
        }
        catch (DatabaseUnavailableException exception)
        {
            if (_failedAt is null)
            {
                Log.NotRefreshed(logger, exception, grain.GrainContext.GrainId); // Once, however long it lasts.
            }

            _failedAt = clock.GetTimestamp();
        }
    }

    private void Forget()
    {
        _row = null;
        _readAt = null;
        EndSoon();
    }

    /// <summary>Whether memory holds a row of at most this age, which may be read while the database does not answer.</summary>
    private bool MayGoOn(TimeSpan age) => _row is not null && IsYounger(_readAt, age);

    private bool IsYounger(long? timestamp, TimeSpan age) => timestamp is { } then && clock.GetElapsedTime(then) < age;

    private void Keep(T? row, long asOf)
    {
        _row = row;
        _readAt = asOf;
        _doubted = false;
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

    private void EndSoon() => _end ??= grain.RegisterGrainTimer(EndAsync, EndAfter, Timeout.InfiniteTimeSpan);

    private Task EndAsync()
    {
        grain.DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
