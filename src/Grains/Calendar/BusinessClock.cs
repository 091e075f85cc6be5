namespace LoApi.Grains.Calendar;

/// <summary>What day it is where the money is: the rules of payoffs count days in America/New_York.</summary>
internal sealed class BusinessClock(TimeProvider clock)
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public DateOnly Today => DateOf(clock.GetUtcNow());

    /// <summary>The present instant as databases keep it: exact to the microsecond.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = clock.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>The day of an instant there.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, NewYork).DateTime);
}
