namespace LoApi.Json;

/// <summary>How exact instants are.</summary>
public static class InstantPrecision
{
    /// <summary>The present instant as databases keep it: exact to the microsecond.</summary>
    public static DateTimeOffset GetUtcMicroseconds(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
