namespace LoApi.Silo;

/// <summary>What is done to the database before the first request. Section <c>Storage</c>.</summary>
internal sealed class DatabasePreparationOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>
    /// Whether pending migrations are applied at start. Default true, save for a silo that is a member of a cluster; set it
    /// to false where <c>loapi-admin migrate</c> is part of the deployment and the service's own account may not change
    /// the schema.
    /// </summary>
    public bool? MigrateAtStart { get; set; }

    /// <summary>
    /// Where migrations are not applied at start: how long the process waits for the database to answer and its schema to
    /// be this version's, before it ends with a sentence. Default 2 minutes, at most 1 hour.
    /// </summary>
    public TimeSpan SchemaTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Whether an empty database is filled with countries, invented locations and invented users. Default: only in the
    /// Development environment.
    /// </summary>
    public bool? DemonstrationData { get; set; }
}
