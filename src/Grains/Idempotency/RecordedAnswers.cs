using LoApi.Errors;
using LoApi.Idempotency;
using LoApi.Storage.Idempotency;

namespace LoApi.Grains.Idempotency;

/// <summary>The answers that were recorded with their writes.</summary>
internal sealed class RecordedAnswers(IdempotencyRepository records)
{
    /// <summary>A key that was used for another request, or whose record was pruned while its effect is still there.</summary>
    public static readonly Failure KeyReused =
        new(ProblemCode.IdempotencyKeyReused, "The Idempotency-Key was used for another request, or longer ago than it is kept.");

    /// <summary>The answer to a repeat, <see cref="KeyReused"/>, or null where the key has no record.</summary>
    public async Task<Outcome<RecordedResponse>?> FindAsync(IdempotentRequest request)
    {
        var record = await records.FindAsync(request.ClientId, request.Key, CancellationToken.None);
        if (record is null)
        {
            return null;
        }

        return string.Equals(record.Fingerprint, request.Fingerprint, StringComparison.Ordinal)
            ? new RecordedResponse(record.ResourceId, record.Status, record.ETag, record.Body, Replayed: true)
            : KeyReused;
    }

    /// <summary>The answer to a repeat of a write whose effect is there; without a record it is <see cref="KeyReused"/>.</summary>
    public async Task<Outcome<RecordedResponse>> ReplayAsync(IdempotentRequest request) => await FindAsync(request) ?? KeyReused;
}
