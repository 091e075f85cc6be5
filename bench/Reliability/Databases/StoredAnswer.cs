namespace LoApi.Reliability.Databases;

/// <summary>What a row of IDEMPOTENCY_RECORD says.</summary>
internal sealed record StoredAnswer(string Key, string ResourceId, int Status, string ETag);
