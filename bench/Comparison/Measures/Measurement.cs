using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Measures;

/// <summary>The turns of one contender at one piece of work.</summary>
internal sealed record Measurement(DatabaseKind Database, Contender Contender, Work Work, int Connections, IReadOnlyList<WrkRun> Turns)
{
    public Statistics PerSecond => Statistics.Of(Turns.Select(turn => turn.PerSecond));

    public Statistics P99Ms => Statistics.Of(Turns.Select(turn => turn.P99Ms));
}
