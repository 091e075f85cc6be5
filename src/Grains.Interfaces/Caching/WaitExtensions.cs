namespace LoApi.Caching;

/// <summary>Waiting that ends before what is waited for.</summary>
public static class WaitExtensions
{
    /// <summary>
    /// Whether a task ends within a time, however it ends; it goes on where it does not. Throws only that the wait was called
    /// off.
    /// </summary>
    /// <param name="task">What is under way.</param>
    /// <param name="patience">How long; nothing that is not above zero is waited for.</param>
    /// <param name="clock">The clock of that time.</param>
    /// <param name="cancellation">Calls the wait off, not the task.</param>
    public static async Task<bool> EndsWithinAsync(
        this Task task, TimeSpan patience, TimeProvider clock, CancellationToken cancellation = default)
    {
        if (!task.IsCompleted && patience > TimeSpan.Zero)
        {
            await task.WaitAsync(patience, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }

        return task.IsCompleted;
    }
}
