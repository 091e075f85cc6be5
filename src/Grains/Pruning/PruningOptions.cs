namespace LoApi.Grains.Pruning;

/// <summary>How long answers to writes are kept. Section <c>Idempotency</c>.</summary>
public sealed class PruningOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Idempotency";

    /// <summary>
    /// How long a repeat of a write gets its answer again. Afterwards its key is refused. Default 1 day, 1 day to 90 days.
    /// </summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How long a key is refused after its first use, at the cost of some 270 bytes for each. A payoff's key makes no second
    /// payoff even then, because its id is derived from it. Default 400 days, 30 to 3,650 days, and longer than
    /// <see cref="Retention"/>.
    /// </summary>
    public TimeSpan TombstoneRetention { get; set; } = TimeSpan.FromDays(400);

    /// <summary>How often it is looked for what to prune. Default 1 minute, 1 second to 1 hour.</summary>
    public TimeSpan PruneInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Rows that are pruned in one transaction, for which writers on SQLite wait. While there are more to prune and a
    /// transaction takes no longer than 50 ms, the next has twice as many, up to 5,000. Default 500, 1 to 5,000.
    /// </summary>
    public int PruneSlice { get; set; } = 500;
}
