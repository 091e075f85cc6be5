namespace LoApi.Clients;

/// <summary>
/// So many reads a second that are made beside the age of what is held, for an id or a key that is not known: what was
/// just made is found at once, and guessing cannot ask for more.
/// </summary>
public sealed class ReadBudget(TimeProvider time)
{
    /// <summary>Reads a second at most.</summary>
    public const int PerSecond = 10;

    private readonly Lock _lock = new();
    private long _begun = time.GetTimestamp();
    private int _taken;

    /// <summary>Whether there is one left in this second, which is taken.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_begun) >= TimeSpan.FromSeconds(1))
            {
                _begun = time.GetTimestamp();
                _taken = 0;
            }

            return _taken < PerSecond && ++_taken > 0;
        }
    }
}
