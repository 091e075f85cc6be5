namespace LoApi.Storage;

/// <summary>
/// Where the data is and how much of the database may be used: section <c>Storage</c> of the configuration, or
/// environment variables such as <c>Storage__Provider</c>. A wrong setting stops the process with a sentence that
/// names its key.
/// </summary>
public sealed class StorageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Storage";

    /// <summary>The connection string where none is set: a file under the working directory, for SQLite only.</summary>
    public const string DefaultConnectionString = "Data Source=data/loapi.db";

    /// <summary>Which database. <c>Sqlite</c> by default.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>How it is reached, as its driver wants to be told. A secret where it holds a password.</summary>
    public string ConnectionString { get; set; } = DefaultConnectionString;

    /// <summary>How long opening a connection, or waiting for a free one, may take: seconds, 1 to 60, default 5.</summary>
    public int ConnectTimeoutSeconds { get; set; } = 5;

    /// <summary>How long one statement, those that go to the database together, or a commit may take: seconds, 1 to 300, default 10.</summary>
    public int CommandTimeoutSeconds { get; set; } = 10;

    /// <summary>
    /// How long a write may wait for a row that somebody else has locked, before it is refused and those that share its
    /// transaction go on without it: seconds, 1 to 60, default 2; never longer than a statement may take. SQLite, whose
    /// one lock is the file's, waits as long as a statement may.
    /// </summary>
    public int LockTimeoutSeconds { get; set; } = 2;

    /// <summary>How long a migration may wait for another to end, and each of its statements take: seconds, 1 to 3600, default 300.</summary>
    public int MigrationTimeoutSeconds { get; set; } = 300;

    /// <summary>How long the database may take to answer a health check: seconds, 1 to 30, default 2.</summary>
    public int HealthTimeoutSeconds { get; set; } = 2;

    /// <summary>How long the database may count for one question to the statistics: seconds, 1 to 60, default 5.</summary>
    public int StatsTimeoutSeconds { get; set; } = 5;

    /// <summary>Connections that read at the same moment, 1 to 1000, default 32. A reader beyond waits for one to end.</summary>
    public int MaxReaders { get; set; } = 32;

    /// <summary>
    /// Connections that write at the same moment, 1 to 16; 0, the default, stands for 1 on SQLite (which has one writer
    /// at a time anyway) and 2 elsewhere. All but the first begin only when something has waited for 4 ms.
    /// </summary>
    public int Writers { get; set; }

    /// <summary>Change sets that may wait to be written, 1 to 100000, default 4096. One more is refused.</summary>
    public int MaxQueuedWrites { get; set; } = 4096;

    /// <summary>Change sets in one transaction, 1 to 1000, default 256.</summary>
    public int MaxWriteBatch { get; set; } = 256;

    /// <summary>How long a change set may wait before it is refused undone: seconds, 1 to 300, default 10.</summary>
    public int WriteQueueTimeoutSeconds { get; set; } = 10;

    /// <summary>
    /// How long the database may stay away before a write whose commit was cut off is given up as of unknown outcome:
    /// seconds, 1 to 60, default 5.
    /// </summary>
    public int OutcomeTimeoutSeconds { get; set; } = 5;

    internal int EffectiveWriters => (Writers, Provider) switch
    {
        (0, StorageProvider.Sqlite) => 1,
        (0, _) => 2,
        _ => Writers,
    };
}
