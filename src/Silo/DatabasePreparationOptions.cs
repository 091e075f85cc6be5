namespace LoApi.Silo;

/// <summary>What is done to the database before the first request. Section <c>Storage</c>.</summary>
internal sealed class DatabasePreparationOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>
    /// Whether pending migrations are applied at start. Default true; set it to false where <c>loapi-admin migrate</c>
    /// is part of the deployment and the service's own account may not change the schema.
    /// </summary>
    public bool MigrateAtStart { get; set; } = true;

    /// <summary>
    /// Whether an empty database is filled with countries, invented locations and invented users. Default: only in the
    /// Development environment.
    /// </summary>
    public bool? DemonstrationData { get; set; }
}
