using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>The timers of an activation that are not disposed of.</summary>
internal sealed class GrainTimers(Activation activation)
{
    private readonly Lock _gate = new();
    private readonly HashSet<GrainTimer> _timers = [];

    public GrainTimer Add(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(activation, this, callback, options);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Change(options.DueTime, options.Period);
        return timer;
    }

    public void Remove(GrainTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    /// <summary>No tick starts any more.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            foreach (var timer in _timers)
            {
                timer.Stop();
            }
        }
    }

    /// <summary>A running tick's token is cancelled.</summary>
    public void CancelTicks()
    {
        GrainTimer[] timers;
        lock (_gate)
        {
            timers = [.. _timers];
            _timers.Clear();
        }

        Array.ForEach(timers, timer => timer.CancelTick());
    }
}
