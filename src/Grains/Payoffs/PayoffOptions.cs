namespace LoApi.Grains.Payoffs;

/// <summary>The rules of payoffs that a programme may set otherwise. Section <c>Payoffs</c>.</summary>
public sealed class PayoffOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Payoffs";

    /// <summary>Whether the check digits of loan numbers are verified. Default true.</summary>
    public bool CheckDigit { get; set; } = true;

    /// <summary>
    /// Calendar days between the borrower's notice and a 504 payoff. Default 8 (SOP 50 50); certified development
    /// companies publish 10 to 30. 0 to 365.
    /// </summary>
    public int Section504NoticeDays { get; set; } = 8;

    /// <summary>Calendar days between the borrower's notice and a 7(a) payoff. Default 0, at most 365.</summary>
    public int Section7aNoticeDays { get; set; }

    /// <summary>What becomes of a 504 payoff day on which the wire service is closed. Default <see cref="ClosedPayoffDay.Next"/>.</summary>
    public ClosedPayoffDay Section504ClosedDay { get; set; } = ClosedPayoffDay.Next;

    /// <summary>
    /// Whether a new payoff's loan must stand in the table or view <c>LOAN</c> and belong to the location. Default false.
    /// </summary>
    public bool CheckLoan { get; set; }

    /// <summary>
    /// How often payoffs whose date went by are looked for: the bound on how long after midnight in America/New_York
    /// they expire. Default 15 minutes, 1 minute to 1 day.
    /// </summary>
    public TimeSpan ExpiryInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many payoffs expire in one round; where there are more, the next round follows at once. Default 200, 1 to 1,000.</summary>
    public int ExpiryBatch { get; set; } = 200;
}
