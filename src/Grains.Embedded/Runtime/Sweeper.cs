namespace Orleans.Embedded;

/// <summary>Looks at all activations once a second, in place of a timer for each call and each activation.</summary>
internal sealed class Sweeper : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly GrainRuntime _runtime;
    private readonly ITimer _timer;
    private long _collectAt;

    public Sweeper(GrainRuntime runtime)
    {
        _runtime = runtime;
        _collectAt = runtime.Clock.After(runtime.Options.CollectionQuantum);
        _timer = runtime.Clock.CreateTimer(static sweeper => ((Sweeper)sweeper!).Sweep(), this);
        _timer.Change(Interval, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    private void Sweep()
    {
        try
        {
            _runtime.Sweep(NextPass());
        }
        catch (Exception exception)
        {
            // A timer's callback: what leaves it would end the process, and the next sweep may well succeed.
            Log.SweepFailed(_runtime.Logger, exception);
        }
        finally
        {
            _timer.Change(Interval, Timeout.InfiniteTimeSpan);
        }
    }

    private SweepPass NextPass()
    {
        var now = _runtime.Clock.GetTimestamp();
        var options = _runtime.Options;

        // When nine tenths of the activations that may exist do, idle ones go sooner and more often.
        var isCrowded = _runtime.ActivationCount > options.MaxActivations / 10.0 * 9;
        var collects = now >= _collectAt;
        if (collects)
        {
            _collectAt = now + _runtime.Clock.ToTicks(options.CollectionQuantum);
        }

        return new SweepPass(now, collects || isCrowded, isCrowded ? options.CollectionQuantum : TimeSpan.MaxValue);
    }
}
