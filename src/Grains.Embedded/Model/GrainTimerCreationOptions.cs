using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>When a grain timer ticks, and how its ticks run.</summary>
public readonly struct GrainTimerCreationOptions
{
    /// <summary>Options to be set by an initialiser.</summary>
    public GrainTimerCreationOptions()
    {
    }

    /// <summary>Options for a timer that neither interleaves nor keeps its grain active.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Time to the first tick; <see cref="Timeout.InfiniteTimeSpan"/> for none until the timer is changed.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>Time from a tick's end to the next; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether ticks interleave with calls. Default: no.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a tick counts as use, so that the grain is not collected. Default: no.</summary>
    public bool KeepAlive { get; init; }
}
