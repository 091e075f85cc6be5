namespace LoApi.Json;

/// <summary>How exact instants are.</summary>
public static class InstantPrecision
{
    /// <summary>The present instant as databases keep it: exact to the microsecond.</summary>
    public static DateTimeOffset GetUtcMicroseconds(this TimeProvider time) => time.GetUtcNow().ToMicroseconds();

    /// <summary>The instant without what is finer than a microsecond, which no database keeps.</summary>
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset instant) =>
        instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
