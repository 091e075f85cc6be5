namespace LoApi.Limits;

/// <summary>How much a caller may ask for: a sustained rate, and how far it may run ahead of it.</summary>
/// <param name="Rate">Requests a second, sustained. 1 to 1,000,000; default 100.</param>
/// <param name="Burst">Requests that may come at once after a rest. 1 to 1,000,000; default 200.</param>
[GenerateSerializer, Immutable, Alias("rate-limit")]
public sealed record RateLimit([property: Id(0)] int Rate, [property: Id(1)] int Burst)
{
    /// <summary>The most that <see cref="Rate"/> and <see cref="Burst"/> can be.</summary>
    public const int Most = 1_000_000;

    /// <summary>What a client has unless it was given another: 100 a second, 200 at once.</summary>
    public static RateLimit Default { get; } = new(100, 200);

    /// <summary>Whether both numbers lie in their range.</summary>
    public bool IsValid => Rate is >= 1 and <= Most && Burst is >= 1 and <= Most;
}
