namespace LoApi.Fixtures;

/// <summary>A clock that runs by itself and that a test puts on: a minute passes at once. Timers run by the system's.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _shift;
    private (DateTimeOffset UtcNow, TimeSpan Elapsed)? _stopped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    private TimeSpan Shift => TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    public override DateTimeOffset GetUtcNow() => (_stopped?.UtcNow ?? System.GetUtcNow()) + Shift;

    public override long GetTimestamp() => ((_stopped?.Elapsed ?? System.GetElapsedTime(0)) + Shift).Ticks;

    /// <summary>Lets it stand still from here on, but for what it is put on. Before anybody looks at it.</summary>
    public void Stop() => _stopped = (System.GetUtcNow(), System.GetElapsedTime(0));

    public void Advance(TimeSpan time) => Interlocked.Add(ref _shift, time.Ticks);
}
