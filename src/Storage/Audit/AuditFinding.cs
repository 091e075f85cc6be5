namespace LoApi.Storage.Audit;

/// <summary>The first thing that is wrong with a chain.</summary>
/// <param name="Fault">What.</param>
/// <param name="Partition">In which chain.</param>
/// <param name="Position">At which place.</param>
/// <param name="RecordId">The record that stands there; null where there is none.</param>
/// <param name="Explanation">A sentence for the operator.</param>
public sealed record AuditFinding(AuditFault Fault, int Partition, long Position, Guid? RecordId, string Explanation);
