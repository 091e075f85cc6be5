using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Grains.Calendar;

/// <summary>What day it is where the money is: the rules of payoffs count days in America/New_York.</summary>
/// <param name="clock">
/// Registered apart from the process's own: Orleans holds that one against the machine's clock, so whoever moves the
/// business day, as tests do, must leave it alone.
/// </param>
internal sealed class BusinessClock([FromKeyedServices(GrainServices.BusinessTime)] TimeProvider clock)
{
    private readonly TimeZoneInfo _newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

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
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _newYork).DateTime);
}
