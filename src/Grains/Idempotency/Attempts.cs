using LoApi.Idempotency;

namespace LoApi.Grains.Idempotency;

/// <summary>Which attempt at a write an activation is at work on, so that another attempt at the same one can be told.</summary>
internal sealed class Attempts
{
    private IdempotentRequest? _current;

    /// <summary>Works on an attempt; null is one without a key.</summary>
    public async Task<T> RunAsync<T>(IdempotentRequest? attempt, Func<Task<T>> work)
    {
        _current = attempt;
        try
        {
            return await work();
        }
        finally
        {
            _current = null;
        }
    }

    /// <summary>Whether another attempt under the same key is at work.</summary>
    public bool IsRepeated(IdempotentRequest attempt) =>
        _current is { } current
        && string.Equals(current.Key, attempt.Key, StringComparison.Ordinal)
        && string.Equals(current.ClientId, attempt.ClientId, StringComparison.Ordinal)
        && current.Attempt != attempt.Attempt;
}
