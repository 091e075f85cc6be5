namespace LoApi.LoadGen.Measurement;

/// <summary>How one request ended.</summary>
/// <param name="Kind">Which of the ways.</param>
/// <param name="Reason">Why, where it did not succeed: a code of the contract such as <c>payoff_open</c> or
/// <c>validation_failed/check_digit</c>, <c>http_404</c> where the answer had none or it was not read, or what happened to the
/// connection; with <see cref="OutcomeKind.Ok"/> the status where it may be expected.</param>
/// <param name="Retries">How often it was sent again after it was told to come back later.</param>
internal readonly record struct Outcome(OutcomeKind Kind, string Reason, int Retries)
{
    /// <summary>The reason of a request that was not answered within the time-out.</summary>
    public const string Timeout = "timeout";

    /// <summary>
    /// Whether the time it took says something about the service. A time-out does, as a lower bound: leaving it out would
    /// flatter the tail. A connection that failed at once does not.
    /// </summary>
    public bool TellsLatency => Kind != OutcomeKind.Transport || Reason == Timeout;
}
