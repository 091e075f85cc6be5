using LoApi.Reliability.Verification;

namespace LoApi.Reliability.Cluster;

/// <summary>What happened while a silo was killed under load.</summary>
/// <param name="Before">Writes that were acknowledged before the kill.</param>
/// <param name="After">Writes that were acknowledged after it.</param>
/// <param name="Failures">Attempts that failed after the kill.</param>
/// <param name="FailedFor">From the kill to the last of them.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record SiloKillReport(int Before, int After, int Failures, TimeSpan FailedFor, Findings Findings);
