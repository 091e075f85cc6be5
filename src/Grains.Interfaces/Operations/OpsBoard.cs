using System.Collections.Immutable;

namespace LoApi.Operations;

/// <summary>What the board knows.</summary>
/// <param name="Processes">The last report of each process that was heard of lately, without history and problems.</param>
/// <param name="Problems">The latest problems of all of them, the last one first.</param>
/// <param name="History">The slots that were asked for, of all processes together, in order.</param>
[GenerateSerializer, Immutable, Alias("ops-board")]
public sealed record OpsBoard(
    [property: Id(0)] ImmutableArray<ProcessReport> Processes,
    [property: Id(1)] ImmutableArray<SeenProblem> Problems,
    [property: Id(2)] ImmutableArray<HistorySample> History);
