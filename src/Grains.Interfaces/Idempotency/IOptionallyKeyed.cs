namespace LoApi.Idempotency;

/// <summary>
/// A request that changes something, and that callers may send with or without an idempotency key. Without one it must not
/// be sent to its grain twice: nothing tells the second time from the first.
/// </summary>
public interface IOptionallyKeyed
{
    /// <summary>The caller's key, or null where it sent none.</summary>
    IdempotentRequest? Idempotency { get; }
}
