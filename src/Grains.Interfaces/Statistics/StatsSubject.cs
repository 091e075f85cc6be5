namespace LoApi.Statistics;

/// <summary>What is counted.</summary>
[GenerateSerializer, Alias("stats-subject")]
public enum StatsSubject
{
    /// <summary>Payoffs, of all locations.</summary>
    Payoffs,

    /// <summary>Users; one of several locations counts once in each group that it belongs to.</summary>
    Users,

    /// <summary>Locations.</summary>
    Locations,

    /// <summary>Requests, as far as the audit log records them.</summary>
    Requests,
}
