namespace LoApi.ApiFrontend.Idempotency;

/// <summary>How a front end answers repeats. Section <c>Idempotency</c>.</summary>
internal sealed class IdempotencyOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Idempotency";

    /// <summary>
    /// How long a repeat waits for the answer to the first attempt, before it is told that that is still being worked on.
    /// Default 5 seconds, 10 milliseconds to 20 seconds.
    /// </summary>
    public TimeSpan WaitForFirst { get; set; } = TimeSpan.FromSeconds(5);
}
