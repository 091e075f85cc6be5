using LoApi.Errors;
using LoApi.Idempotency;

namespace LoApi.Payoffs;

/// <summary>One payoff, by its id: answers reads from memory and is the only writer of its row.</summary>
[Alias("IPayoffGrain")]
public interface IPayoffGrain : IGrainWithGuidKey
{
    /// <summary>
    /// Creates the payoff, or answers a repeat of its creation from the recorded response. Fails with the codes of
    /// <see cref="ProblemCode.ValidationFailed"/>, <see cref="ProblemCode.PayoffOpen"/> and
    /// <see cref="ProblemCode.IdempotencyKeyReused"/>. What it returns is committed.
    /// </summary>
    [Alias("Create")]
    Task<Outcome<RecordedResponse>> CreateAsync(CreatePayoff request);

    /// <summary>The payoff, or null where there is none with this id.</summary>
    [Alias("Get")]
    Task<Payoff?> GetAsync();
}
