namespace LoApi.Limits;

/// <summary>
/// On which terms a client's grain lends tokens to front ends. They bound what clients can get beyond their limit: what
/// is admitted in any span of time t is at most burst + rate × t + front ends × <see cref="MostTokens"/>, and also at
/// most burst + rate × (t + <see cref="Lifetime"/>).
/// </summary>
public static class LeaseTerms
{
    /// <summary>Leases a second that a front end needs at most to spend a client's whole rate.</summary>
    private const int LeasesPerSecond = 20;

    /// <summary>How long leased tokens may be spent; those left then are lost.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The most tokens in one lease: a twentieth of what the rate gives in a second, at least 1, at most the burst.</summary>
    public static int MostTokens(RateLimit limit) =>
        Math.Min(limit.Burst, (limit.Rate + LeasesPerSecond - 1) / LeasesPerSecond);
}
