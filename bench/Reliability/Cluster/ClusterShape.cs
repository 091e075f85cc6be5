namespace LoApi.Reliability.Cluster;

/// <summary>What a cluster is made of.</summary>
internal sealed record ClusterShape
{
    /// <summary>How many silos.</summary>
    public int Silos { get; init; } = 3;

    /// <summary>How many front ends that are their clients.</summary>
    public int FrontEnds { get; init; } = 2;

    /// <summary>Which silo it befalls, from 0, where it befalls one.</summary>
    public int Victim { get; init; }

    /// <summary>Whether that silo has a network of its own, that can be cut.</summary>
    public bool SeparatesVictim { get; init; }

    /// <summary>A folder for what the processes log; null for none.</summary>
    public string? Logs { get; init; }
}
