namespace LoApi.Storage.Idempotency;

/// <summary>The answer to a write, kept in the transaction of its effect so that a repeat gets the same one.</summary>
/// <param name="ClientId">Whose key it is; at most 100 characters.</param>
/// <param name="Key">The caller's key; at most 255 characters.</param>
/// <param name="Fingerprint">SHA-256 of what was asked, 64 hexadecimal digits.</param>
/// <param name="ResourceType">What was written, such as <c>payoff</c>; at most 40 characters.</param>
/// <param name="ResourceId">Its id; at most 100 characters.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ETag">The strong entity tag, quotes included; at most 100 characters.</param>
/// <param name="Body">The representation, JSON.</param>
/// <param name="CreatedAt">When, an instant in UTC of whole microseconds.</param>
public sealed record IdempotencyRecord(
    string ClientId,
    string Key,
    string Fingerprint,
    string ResourceType,
    string ResourceId,
    int Status,
    string ETag,
    string Body,
    DateTimeOffset CreatedAt)
{
    /// <summary>Whether it is kept no longer and only refuses its key; what it answered is gone then.</summary>
    public bool IsTombstone { get; init; }
}
