namespace LoApi.Grains.Payoffs;

/// <summary>What becomes of a 504 payoff day on which the wire service is closed, as on Juneteenth 2031.</summary>
public enum ClosedPayoffDay
{
    /// <summary>The next business day takes its place.</summary>
    Next,

    /// <summary>The business day before takes its place.</summary>
    Previous,

    /// <summary>The month has no payoff day.</summary>
    Reject,
}
