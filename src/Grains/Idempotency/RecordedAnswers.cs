using LoApi.Callers;
using LoApi.Errors;
using LoApi.Idempotency;
using LoApi.Storage.Idempotency;

namespace LoApi.Grains.Idempotency;

/// <summary>The answers that were recorded with their writes.</summary>
internal sealed class RecordedAnswers(IdempotencyRepository records, SpentTokens tokens)
{
    /// <summary>A key that was used for another request, or longer ago than its answer is kept.</summary>
    public static readonly Failure KeyReused =
        new(ProblemCode.IdempotencyKeyReused, "The Idempotency-Key was used for another request, or longer ago than it is kept.");

    /// <summary>
    /// The answer to a repeat; <see cref="KeyReused"/>, or <see cref="SpentTokens.Refused"/> where it comes with a token
    /// that another write spent; null where the key has no record.
    /// </summary>
    public async Task<Outcome<RecordedResponse>?> FindAsync(IdempotentRequest request, Caller caller)
    {
        var record = await records.FindAsync(request.ClientId, request.Key, CancellationToken.None);
        if (record is null)
        {
            return null;
        }

        return await tokens.CheckAsync(caller) is { } refused ? refused
            : !record.IsTombstone && string.Equals(record.Fingerprint, request.Fingerprint, StringComparison.Ordinal)
            ? new RecordedResponse(record.ResourceId, record.Status, record.ETag, record.Body, Replayed: true)
            : KeyReused;
    }

    /// <summary>The answer to a repeat of a write whose effect is there; without a record it is <see cref="KeyReused"/>.</summary>
    public async Task<Outcome<RecordedResponse>> ReplayAsync(IdempotentRequest request, Caller caller) =>
        await FindAsync(request, caller) ?? (await tokens.CheckAsync(caller) ?? KeyReused);
}
