using LoApi.Storage.Idempotency;

namespace LoApi.Storage.Audit;

/// <summary>What an erasure finds before it keeps anybody waiting.</summary>
/// <param name="ResourceType">Of which kind of resource.</param>
/// <param name="ResourceId">Of which one.</param>
/// <param name="Records">How many audit records are chained.</param>
/// <param name="Answers">The keys of the answers to its writes.</param>
internal sealed record RecordedOf(string ResourceType, string ResourceId, long Records, IReadOnlyList<IdempotencyKeyRow> Answers);
