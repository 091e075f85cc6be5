namespace LoApi.Storage.Dialects;

/// <summary>Chooses the dialect of the configured database.</summary>
internal static class Dialect
{
    /// <summary>Throws <see cref="DriverMissingException"/> or what the driver says of its connection string.</summary>
    public static IDialect For(StorageOptions options) => options.Provider switch
    {
        StorageProvider.Sqlite => new SqliteDialect(options),
        StorageProvider.PostgreSql => new PostgreSqlDialect(options),
        StorageProvider.Oracle => new OracleDialect(options),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "No such provider."),
    };
}
