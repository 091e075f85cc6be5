namespace LoApi.Fixtures;

/// <summary>A clock that runs as fast as any other but began at a known instant, so that tests know what day it is.</summary>
public sealed class AnchoredClock(DateTimeOffset anchor) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => anchor + System.GetElapsedTime(_started);
}
