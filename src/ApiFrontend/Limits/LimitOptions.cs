namespace LoApi.ApiFrontend.Limits;

/// <summary>How much callers may ask for. What each client may is its own and stands with the client. Section <c>Limits</c>.</summary>
internal sealed class LimitOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Limits";

    /// <summary>Whether there are any. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Requests a second, sustained, that one address may make without credentials that are accepted. Default 50, 1 to
    /// 1,000,000.
    /// </summary>
    public int AddressRate { get; set; } = 50;

    /// <summary>How many of them may come at once. Default 200, 1 to 1,000,000.</summary>
    public int AddressBurst { get; set; } = 200;

    /// <summary>What becomes of a read while the client's grain does not answer. Default <see cref="WhenUnknown.Open"/>.</summary>
    public WhenUnknown UnknownReads { get; set; } = WhenUnknown.Open;

    /// <summary>What becomes of a write while the client's grain does not answer. Default <see cref="WhenUnknown.Closed"/>.</summary>
    public WhenUnknown UnknownWrites { get; set; } = WhenUnknown.Closed;

    /// <summary>How long a request waits for the client's grain to lease tokens. Default 3 seconds, 10 milliseconds to 30 seconds.</summary>
    public TimeSpan LeaseTimeout { get; set; } = TimeSpan.FromSeconds(3);
}
