using LoApi.Caching;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Idempotency;
using Orleans.Concurrency;

namespace LoApi.Resources;

/// <summary>
/// One resource, by its id: answers reads from memory and is the only writer of its row. To every client but the one
/// that made it, it is not there.
/// </summary>
[Alias("IResourceGrain")]
public interface IResourceGrain : IGrainWithGuidKey
{
    /// <summary>
    /// Creates the resource, or answers a repeat of its creation from the recorded response, also when it was deleted
    /// since. Fails with the codes of <see cref="ProblemCode.ValidationFailed"/>,
    /// <see cref="ProblemCode.IdempotencyKeyReused"/> and <see cref="ProblemCode.InvalidToken"/> (another write spent it).
    /// What it returns is committed.
    /// </summary>
    [Alias("Create")]
    Task<Outcome<RecordedResponse>> CreateAsync(CreateResource request);

    /// <summary>The resource, or null where the client has none with this id; not older than <see cref="CacheOptions.MaxAge"/>.</summary>
    [Alias("Get")]
    Task<Resource?> GetAsync(string clientId);

    /// <summary>The same for one who only reads: while the database does not answer, up to <see cref="CacheOptions.MaxStale"/> old.</summary>
    [Alias("Read")]
    Task<Reading<Resource>> ReadAsync(string clientId);

    /// <summary>The resource as it stands in the database at this moment, or null: for a caller who doubts what memory holds.</summary>
    [Alias("GetCurrent")]
    Task<Resource?> GetCurrentAsync(string clientId);

    /// <summary>
    /// Changes or deletes the resource, or answers a repeat from the recorded response. Fails with the codes of
    /// <see cref="ProblemCode.NotFound"/>, <see cref="ProblemCode.PreconditionFailed"/> (another version than expected),
    /// <see cref="ProblemCode.ValidationFailed"/>, <see cref="ProblemCode.IdempotencyKeyReused"/> and
    /// <see cref="ProblemCode.InvalidToken"/> (another write spent it). What it returns is committed; the answer to a
    /// deletion is the resource as it was last.
    /// </summary>
    [Alias("Change")]
    Task<Outcome<RecordedResponse>> ChangeAsync(ChangeResource request);

    /// <summary>
    /// The answer that was recorded under a key, <see cref="ProblemCode.IdempotencyKeyReused"/> where it answered another
    /// request or is kept no longer, <see cref="ProblemCode.InvalidToken"/> where another write spent the caller's token, or
    /// null where the key was never used.
    /// </summary>
    [Alias("FindAnswer")]
    Task<Outcome<RecordedResponse>?> FindAnswerAsync(IdempotentRequest request, Caller caller);

    /// <summary>Whether another attempt under the same key is at work at this moment. Does not wait for its end.</summary>
    [Alias("IsRepeated"), AlwaysInterleave]
    Task<bool> IsRepeatedAsync(IdempotentRequest attempt);
}
