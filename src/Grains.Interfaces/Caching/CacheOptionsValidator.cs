using Microsoft.Extensions.Options;

namespace LoApi.Caching;

/// <summary>Holds <see cref="CacheOptions"/> against their bounds.</summary>
public sealed class CacheOptionsValidator : IValidateOptions<CacheOptions>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Every bound that is broken.</summary>
    public ValidateOptionsResult Validate(string? name, CacheOptions options)
    {
        var faults = new ValidateOptionsResultBuilder();
        if (options.MaxAge < TimeSpan.Zero || options.MaxAge > Hour)
        {
            faults.AddError("Cache:MaxAge lies between 00:00:00 and 01:00:00.");
        }

        if (options.MaxStale < options.MaxAge || options.MaxStale > Day)
        {
            faults.AddError("Cache:MaxStale lies between Cache:MaxAge and a day (1.00:00:00).");
        }

        if (options.Patience < TimeSpan.FromMilliseconds(10) || options.Patience > Minute)
        {
            faults.AddError("Cache:Patience lies between 00:00:00.010 and 00:01:00.");
        }

        return faults.Build();
    }
}
