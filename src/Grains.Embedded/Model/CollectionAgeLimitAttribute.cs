using System.Globalization;

namespace Orleans;

/// <summary>After how long without a call an activation of this class is collected.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public class CollectionAgeLimitAttribute : Attribute
{
    /// <summary>The least age, one minute.</summary>
    public static readonly TimeSpan MinAgeLimit = TimeSpan.FromMinutes(1);

    private readonly TimeSpan? _age;

    /// <summary>The age is the sum of <see cref="Days"/>, <see cref="Hours"/> and <see cref="Minutes"/>.</summary>
    public CollectionAgeLimitAttribute()
    {
    }

    /// <summary>The age as a <see cref="TimeSpan"/>, such as <c>00:05:00</c>.</summary>
    public CollectionAgeLimitAttribute(string inactivityPeriod) =>
        _age = TimeSpan.Parse(inactivityPeriod, CultureInfo.InvariantCulture);

    /// <summary>Days of the age.</summary>
    public double Days { get; set; }

    /// <summary>Hours of the age.</summary>
    public double Hours { get; set; }

    /// <summary>Minutes of the age.</summary>
    public double Minutes { get; set; }

    /// <summary>Whether activations are never collected for being idle.</summary>
    public bool AlwaysActive { get; set; }

    /// <summary>The age.</summary>
    public TimeSpan AgeLimit
    {
        get
        {
            if (_age is { } age)
            {
                return age;
            }

            var sum = AlwaysActive
                ? TimeSpan.FromDays(short.MaxValue)
                : TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);
            return sum < MinAgeLimit ? MinAgeLimit : sum;
        }
    }
}
