using System.Collections.Immutable;

namespace LoApi.Operations;

/// <summary>How a process is doing.</summary>
[GenerateSerializer, Immutable, Alias("process-report")]
public sealed record ProcessReport
{
    /// <summary>Figures in a report at most.</summary>
    public const int MaxFigures = 4_000;

    /// <summary>Which process: machine, number, and what tells it from one that had the same before.</summary>
    [Id(0)]
    public required string ProcessId { get; init; }

    /// <summary>What it is: <c>front end</c>, <c>silo</c>, or both.</summary>
    [Id(1)]
    public required string Role { get; init; }

    /// <summary>Its machine.</summary>
    [Id(2)]
    public required string Machine { get; init; }

    /// <summary>Its version.</summary>
    [Id(3)]
    public required string Version { get; init; }

    /// <summary>When it began.</summary>
    [Id(4)]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it said this.</summary>
    [Id(5)]
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>What it has checked.</summary>
    [Id(6)]
    public required ImmutableArray<ProcessCheck> Checks { get; init; }

    /// <summary>What it counts and measures.</summary>
    [Id(7)]
    public required ImmutableArray<Figure> Figures { get; init; }

    /// <summary>The slots that were not told yet, in order.</summary>
    [Id(8)]
    public required ImmutableArray<HistorySample> History { get; init; }

    /// <summary>The problems that were not told yet, in order.</summary>
    [Id(9)]
    public required ImmutableArray<SeenProblem> Problems { get; init; }

    /// <summary>Whether it is the last one: the process was told to stop, and does.</summary>
    [Id(10)]
    public bool HasEnded { get; init; }
}
