using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>Puts ticks into its activation's mailbox, the next one a period after the end of the last.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly Activation _activation;
    private readonly GrainTimers _siblings;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly ITimer _timer;
    private TimeSpan _next;
    private TimeSpan _period;
    private bool _isTicking;

    public GrainTimer(
        Activation activation,
        GrainTimers siblings,
        Func<CancellationToken, Task> callback,
        GrainTimerCreationOptions options)
    {
        _activation = activation;
        _siblings = siblings;
        _callback = callback;
        Interleave = options.Interleave;
        KeepAlive = options.KeepAlive;
        _timer = activation.Class.Runtime.Clock.CreateTimer(static timer => ((GrainTimer)timer!).SendTick(), this);
    }

    public bool Interleave { get; }

    public bool KeepAlive { get; }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime);
        Check(period);
        lock (_gate)
        {
            _next = dueTime;
            _period = period;
            if (!_isTicking)
            {
                _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        Stop();
        CancelTick();
        _siblings.Remove(this);
    }

    public void Stop() => _timer.Dispose();

    public void CancelTick()
    {
        try
        {
            _stopped.Cancel();
        }
        catch (AggregateException exception)
        {
            // Whoever stops the timer is not concerned by what the tick's own callbacks throw.
            Log.TickFailed(_activation.Class.Runtime.Logger, exception, _activation.GrainId);
        }
    }

    public async ValueTask TickAsync()
    {
        if (_stopped.IsCancellationRequested)
        {
            return;
        }

        lock (_gate)
        {
            _next = _period;
        }

        try
        {
            await _callback(_stopped.Token);
        }
        catch (Exception exception)
        {
            Log.TickFailed(_activation.Class.Runtime.Logger, exception, _activation.GrainId);
            _activation.OnException(exception);
        }

        lock (_gate)
        {
            _isTicking = false;
            _timer.Change(_next, Timeout.InfiniteTimeSpan);
        }
    }

    private static void Check(TimeSpan time)
    {
        if (time != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromMilliseconds(0xfffffffe));
        }
    }

    private void SendTick()
    {
        lock (_gate)
        {
            _isTicking = true;
        }

        // Refused when the activation ends; then there is no next tick either.
        _activation.TryAccept(new TimerTick(this));
    }
}
