namespace LoApi.Reliability.Cluster;

/// <summary>The load of a scenario, and how long it is watched.</summary>
internal sealed record ScenarioOptions
{
    /// <summary>Callers that write.</summary>
    public int Writers { get; init; } = 16;

    /// <summary>Callers that read.</summary>
    public int Readers { get; init; } = 16;

    /// <summary>How long each rests after an answer.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Load before anything is measured: the processes compile what they run.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Load before anything happens.</summary>
    public TimeSpan Before { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Load after the cluster is whole again.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(15);
}
