namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// The endpoint that says whose a ULP session is, asked as RFC 7662 has it: POST of a form with <c>token</c>, answered by
/// JSON with <c>active</c>, the user and optionally <c>exp</c>. Section <c>Authentication:Ulp</c>.
/// </summary>
internal sealed class UlpOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Authentication:Ulp";

    /// <summary>
    /// An https URL. Needed where users are verified by <c>Ulp</c>. Plain http is accepted for a loopback address only.
    /// </summary>
    public string? Endpoint { get; set; }

    /// <summary>What is sent as <c>Authorization</c>, such as <c>Basic …</c>. A secret; default none.</summary>
    public string? Authorization { get; set; }

    /// <summary>The member of the answer that names the user by the id that it has here, a string or a number. Default <c>sub</c>.</summary>
    public string UserMember { get; set; } = "sub";

    /// <summary>How long one attempt may take. Default 2 seconds, at most 30.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often an attempt that failed is repeated. Default 2, at most 5.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>How long attempts and the pauses between them may take together. Default 5 seconds, at most 30.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the endpoint is left alone once half of the attempts fail. Default 5 seconds, at most 5 minutes.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long an answer is believed, if the session does not expire earlier: the bound on how late its end is noticed.
    /// Default 30 seconds, at most 5 minutes.
    /// </summary>
    public TimeSpan VerdictMaxAge { get; set; } = TimeSpan.FromSeconds(30);
}
