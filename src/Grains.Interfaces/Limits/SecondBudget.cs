namespace LoApi.Limits;

/// <summary>So many in a second and no more, counted by whole seconds since the first.</summary>
/// <param name="time">The clock.</param>
/// <param name="perSecond">How many.</param>
public sealed class SecondBudget(TimeProvider time, int perSecond)
{
    private readonly Lock _lock = new();
    private long _begun = time.GetTimestamp();
    private int _spent;

    /// <summary>Whether there was one left in this second, which is spent.</summary>
    public bool TrySpend()
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_begun) >= TimeSpan.FromSeconds(1))
            {
                _begun = time.GetTimestamp();
                _spent = 0;
            }

            if (_spent >= perSecond)
            {
                return false;
            }

            _spent++;
            return true;
        }
    }
}
