using LoApi.Limits;

namespace LoApi.ApiFrontend.Limits;

/// <summary>A bucket of this front end's own, for any number of threads.</summary>
internal sealed class TokenBucket(RateLimit limit, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private Int128 _arrival;

    private Gcra Rule => new(limit, clock.TimestampFrequency);

    /// <summary>Spends a token; false where none is left.</summary>
    public bool TrySpend()
    {
        lock (_lock)
        {
            return Rule.Take(ref _arrival, clock.GetTimestamp(), wanted: 1) == 1;
        }
    }

    /// <summary>Gives back a token that was spent.</summary>
    public void GiveBack()
    {
        lock (_lock)
        {
            Rule.GiveBack(ref _arrival);
        }
    }
}
