using LoApi.Comparison.Contenders;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Measures;

/// <summary>Latency against offered rate.</summary>
/// <param name="Contender">Whose.</param>
/// <param name="Peak">The most it did of the same requests from the same generator in a closed loop.</param>
/// <param name="Runs">At shares of that.</param>
internal sealed record OpenLoopCurve(Contender Contender, double Peak, IReadOnlyList<OpenLoopRun> Runs);
