using LoApi.Caching;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Idempotency;
using Orleans.Concurrency;

namespace LoApi.Payoffs;

/// <summary>One payoff, by its id: answers reads from memory and is the only writer of its row.</summary>
[Alias("IPayoffGrain")]
public interface IPayoffGrain : IGrainWithGuidKey
{
    /// <summary>
    /// Creates the payoff, or answers a repeat of its creation from the recorded response. Fails with the codes of
    /// <see cref="ProblemCode.ValidationFailed"/>, <see cref="ProblemCode.PayoffOpen"/>,
    /// <see cref="ProblemCode.IdempotencyKeyReused"/> and <see cref="ProblemCode.InvalidToken"/> (another write spent it).
    /// What it returns is committed.
    /// </summary>
    [Alias("Create")]
    Task<Outcome<RecordedResponse>> CreateAsync(CreatePayoff request);

    /// <summary>The payoff, or null where there is none with this id; not older than <see cref="CacheOptions.MaxAge"/>.</summary>
    [Alias("Get")]
    Task<Payoff?> GetAsync();

    /// <summary>The same for one who only reads: while the database does not answer, up to <see cref="CacheOptions.MaxStale"/> old.</summary>
    [Alias("Read")]
    Task<Reading<Payoff>> ReadAsync();

    /// <summary>The payoff as it stands in the database at this moment, or null: for a caller who doubts what memory holds.</summary>
    [Alias("GetCurrent")]
    Task<Payoff?> GetCurrentAsync();

    /// <summary>
    /// Changes the payoff, or answers a repeat of the change from the recorded response. Fails with the codes of
    /// <see cref="ProblemCode.NotFound"/>, <see cref="ProblemCode.PreconditionFailed"/> (another version than expected),
    /// <see cref="ProblemCode.InvalidTransition"/>, <see cref="ProblemCode.ValidationFailed"/>,
    /// <see cref="ProblemCode.IdempotencyKeyReused"/> and <see cref="ProblemCode.InvalidToken"/> (another write spent it).
    /// What it returns is committed.
    /// </summary>
    [Alias("Change")]
    Task<Outcome<RecordedResponse>> ChangeAsync(ChangePayoff request);

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

    /// <summary>
    /// Ends the payoff where its date lies before today in America/New_York and no money came, as client
    /// <see cref="Caller.System"/>; whether it did.
    /// </summary>
    [Alias("Expire")]
    Task<bool> ExpireAsync();
}
