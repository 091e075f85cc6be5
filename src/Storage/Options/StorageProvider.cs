namespace LoApi.Storage;

/// <summary>The databases that LoApi speaks to.</summary>
public enum StorageProvider
{
    /// <summary>SQLite, a file beside the process: a laptop, a test run, a single server.</summary>
    Sqlite,

    /// <summary>PostgreSQL 13 or later.</summary>
    PostgreSql,

    /// <summary>Oracle Database 12.2 or later; its driver is found at run time.</summary>
    Oracle,
}
