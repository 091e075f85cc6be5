namespace LoApi.Fixtures;

/// <summary>A clock that runs by itself and that a test puts on: a minute passes at once. Timers run by the system's.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _shift;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    private TimeSpan Shift => TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;

    public override long GetTimestamp() => (System.GetElapsedTime(0) + Shift).Ticks;

    public void Advance(TimeSpan time) => Interlocked.Add(ref _shift, time.Ticks);
}
