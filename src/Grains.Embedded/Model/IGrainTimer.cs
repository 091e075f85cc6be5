namespace Orleans.Runtime;

/// <summary>A timer of a grain. Disposing it stops it, and cancels the token of a running tick.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Changes when it ticks; a running tick is completed before.</summary>
    /// <param name="dueTime">Time to the next tick; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <param name="period">Time from a tick's end to the next; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    void Change(TimeSpan dueTime, TimeSpan period);
}
