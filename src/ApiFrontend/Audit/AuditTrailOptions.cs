namespace LoApi.ApiFrontend.Audit;

/// <summary>What a front end reports to the audit log. Section <c>Audit</c>.</summary>
internal sealed class AuditTrailOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Audit";

    /// <summary>
    /// The resources whose reads are recorded, named as in their paths, such as <c>payoffs</c> and <c>users</c>; <c>*</c>
    /// for all. Default none.
    /// </summary>
    public IList<string> Reads { get; } = [];

    /// <summary>
    /// Denials and failures that are recorded in a second at most; the others are counted, and the count is recorded.
    /// Callers of whom nothing is proven have as many of their own. Default 200, 1 to 10,000.
    /// </summary>
    public int MaxEventsPerSecond { get; set; } = 200;

    /// <summary>Events that wait to be recorded at most; one more is counted only. Default 10,000, 100 to 1,000,000.</summary>
    public int MaxWaitingEvents { get; set; } = 10_000;
}
