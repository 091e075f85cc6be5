using System.CommandLine;
using LoApi.Limits;

namespace LoApi.Admin.Clients;

/// <summary>The options that say what a client may ask for.</summary>
internal sealed class LimitOptions
{
    private readonly Option<int?> _rate = new("--rate") { Description = $"Requests per second, for any length of time, 1 to {RateLimit.Most}." };

    private readonly Option<int?> _burst = new("--burst") { Description = $"Requests at once, 1 to {RateLimit.Most}." };

    private readonly Option<long?> _daily = new("--daily") { Description = "Requests in a day (UTC), at least 1." };

    public LimitOptions()
    {
        Bound(_rate);
        Bound(_burst);
        _daily.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long?>() is < 1)
            {
                result.AddError("--daily is at least 1.");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_rate);
        command.Options.Add(_burst);
        command.Options.Add(_daily);
    }

    public int? Rate(ParseResult parsed) => parsed.GetValue(_rate);

    public int? Burst(ParseResult parsed) => parsed.GetValue(_burst);

    public long? Daily(ParseResult parsed) => parsed.GetValue(_daily);

    private static void Bound(Option<int?> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int?>() is < 1 or > RateLimit.Most)
        {
            result.AddError($"{option.Name} lies between 1 and {RateLimit.Most}.");
        }
    });
}
