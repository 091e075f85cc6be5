using LoApi.Errors;

namespace LoApi.Grains.Statistics;

/// <summary>Who counts in this silo. Few at a time: they must leave the database to those who work.</summary>
internal sealed class StatsTurns(TimeProvider time) : IDisposable
{
    /// <summary>Questions that the silo's database counts for at the same moment.</summary>
    public const int AtOnce = 2;

    /// <summary>
    /// How long one more waits. With the longest <c>Storage:StatsTimeoutSeconds</c> it is within the time that a caller of
    /// <see cref="LoApi.Statistics.IStatsQueryGrain"/> waits.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly SemaphoreSlim _turns = new(AtOnce);

    /// <summary>Counts in its turn. Throws <see cref="OverloadedException"/> where that does not come.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> count)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            await _turns.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new OverloadedException();
        }

        try
        {
            return await count();
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();
}
