namespace LoApi.Reliability.Kills;

/// <summary>What is killed in a round.</summary>
internal enum Victim
{
    /// <summary>The service's process.</summary>
    Service,

    /// <summary>The database server, all of its processes.</summary>
    Database,

    /// <summary>The database server, and the service while it has no database.</summary>
    Both,
}
