namespace LoApi.Clients;

/// <summary>What a client may ask for where nothing else is said, and at most.</summary>
public static class ClientLimits
{
    /// <summary>Requests per second, for any length of time.</summary>
    public const int DefaultRatePerSecond = 100;

    /// <summary>Requests at once.</summary>
    public const int DefaultBurst = 200;

    /// <summary>The most that a rate or a burst can be.</summary>
    public const int Max = 1_000_000;
}
