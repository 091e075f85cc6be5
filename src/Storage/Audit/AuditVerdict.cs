using System.Collections.Immutable;

namespace LoApi.Storage.Audit;

/// <summary>What a verification came to.</summary>
/// <param name="Records">Records that were looked at.</param>
/// <param name="Heads">Lines of the file of heads that the chains were held against.</param>
/// <param name="Findings">The first thing that is wrong with each chain; none where they are sound.</param>
public sealed record AuditVerdict(long Records, int Heads, ImmutableArray<AuditFinding> Findings);
