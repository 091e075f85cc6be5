namespace LoApi.Storage.Audit;

/// <summary>The audit log. Section <c>Audit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Audit";

    /// <summary>Bytes that a key has at least.</summary>
    public const int MinKeyBytes = 32;

    /// <summary>
    /// The key that chains the log, base64 of at least 32 random bytes, the same for every silo, and nowhere in the
    /// database. In Development it is made at the first start and kept in <c>data/audit.key</c>.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>Keys that chained records before the present one, to verify those. Default none.</summary>
    public IList<string> RetiredKeys { get; } = [];

    /// <summary>
    /// The file to which the heads of the chains are appended, one JSON object a line, so that a cut-off tail shows. Keep
    /// it, or a copy, where whoever can write to the database cannot. Each process has its own: it is open to one at a
    /// time. Default <c>data/audit-heads.jsonl</c>.
    /// </summary>
    public string HeadsFile { get; set; } = "data/audit-heads.jsonl";

    /// <summary>How often heads that moved are written to <see cref="HeadsFile"/>. Default 10 seconds, 1 second to 1 hour.</summary>
    public TimeSpan HeadsInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a commit waits for company before it is chained: fewer, larger transactions against a log that lags.
    /// Default 300 milliseconds, 0 to 500 milliseconds.
    /// </summary>
    public TimeSpan ChainDelay { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How often the outbox is looked at though nothing told of a commit. Default 1 second, 100 milliseconds to 1 minute.</summary>
    public TimeSpan ChainInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Records that are chained in one transaction at most, 1 to 10,000; four times as many while the log lags behind by
    /// more than half a second. Default 128; on SQLite, where changes wait for it, 32.
    /// </summary>
    public int? ChainBatch { get; set; }

    internal int EffectiveChainBatch(bool changesWait) => ChainBatch ?? (changesWait ? 32 : 128);
}
