namespace LoApi.Comparison.Databases;

/// <summary>The databases, by the names that <c>Storage:Provider</c> has for them.</summary>
internal enum DatabaseKind
{
    /// <summary>SQLite, with its log ahead and every commit synced.</summary>
    Sqlite,

    /// <summary>PostgreSQL with default settings.</summary>
    PostgreSql,
}
