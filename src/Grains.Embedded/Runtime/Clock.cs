namespace Orleans.Embedded;

/// <summary>Monotonic time, in the ticks of the host's <see cref="TimeProvider"/>.</summary>
internal sealed class Clock(TimeProvider provider)
{
    private readonly long _frequency = provider.TimestampFrequency;

    public DateTimeOffset Now => provider.GetUtcNow();

    public long GetTimestamp() => provider.GetTimestamp();

    public long After(TimeSpan time) => GetTimestamp() + ToTicks(time);

    public long ToTicks(TimeSpan time) => (long)(time.TotalSeconds * _frequency);

    public TimeSpan Between(long start, long end) => provider.GetElapsedTime(start, end);

    public ITimer CreateTimer(TimerCallback callback, object state) =>
        provider.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public CancellationTokenSource CancelAfter(TimeSpan time) => new(time, provider);
}
