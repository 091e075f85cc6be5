namespace LoApi.Grains.Calendar;

/// <summary>What day it is where the money is: the rules of payoffs count days in America/New_York.</summary>
internal sealed class BusinessClock(TimeProvider clock)
{
    private readonly TimeZoneInfo _newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public DateOnly Today =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), _newYork).DateTime);

    /// <summary>The present instant as databases keep it: exact to the microsecond.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = clock.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }
}
