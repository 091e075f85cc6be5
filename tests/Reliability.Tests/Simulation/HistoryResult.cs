namespace LoApi.Reliability.Tests.Simulation;

/// <summary>What came of a history.</summary>
/// <param name="Seed">Brings it back.</param>
/// <param name="Findings">What is wrong.</param>
/// <param name="Trace">What happened.</param>
internal sealed record HistoryResult(int Seed, IReadOnlyList<string> Findings, IReadOnlyList<string> Trace);
