namespace LoApi.Grains;

/// <summary>How many list queries of one kind a silo runs at the same moment.</summary>
internal static class QueryWorkers
{
    /// <summary>As many as a database connection pool comfortably serves beside the writers.</summary>
    public const int MaxPerSilo = 16;
}
