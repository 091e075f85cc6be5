using System.Text.Json;
using LoApi.Idempotency;
using LoApi.Json;
using LoApi.Payoffs;
using LoApi.Storage.Idempotency;
using LoApi.Storage.Writing;

namespace LoApi.Grains.Payoffs;

/// <summary>The answer to a write of a payoff, and how it is kept for repeats.</summary>
internal static class PayoffAnswer
{
    public static RecordedResponse Of(Payoff row, int status) => new(
        row.Id!.Value.ToString(),
        status,
        $"\"{row.Version}\"",
        JsonSerializer.Serialize(row, LoApiJson.Models.Payoff),
        Replayed: false);

    public static IdempotencyInsert ToRecord(RecordedResponse answer, IdempotentRequest request, DateTimeOffset now) =>
        new(new IdempotencyRecord(
            request.ClientId,
            request.Key,
            request.Fingerprint,
            ResourceType: "payoff",
            answer.ResourceId,
            answer.Status,
            answer.ETag,
            answer.Body,
            now));
}
