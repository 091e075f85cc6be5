using System.Text.Json;
using LoApi.Idempotency;
using LoApi.Json;
using LoApi.Payoffs;
using LoApi.Storage.Idempotency;
using LoApi.Storage.Writing;

namespace LoApi.Grains.Payoffs;

/// <summary>A payoff about to be created: its row, and the answer that every repeat of the request will get.</summary>
internal sealed record NewPayoff(Payoff Row, RecordedResponse Response, ChangeSet Changes)
{
    private const int Created = 201;

    public static NewPayoff From(CreatePayoff request, Guid id, DateTimeOffset now)
    {
        var row = request.Draft with
        {
            Id = id,
            RequestedBy = request.Caller.UserId,
            Status = PayoffStatus.Received,
            CreatedAt = now,
            UpdatedAt = now,
            Version = 1,
        };
        var response = new RecordedResponse(
            id.ToString(),
            Created,
            "\"1\"",
            JsonSerializer.Serialize(row, LoApiJson.Models.Payoff),
            Replayed: false);
        var record = new IdempotencyRecord(
            request.Caller.ClientId,
            request.IdempotencyKey,
            request.Fingerprint,
            ResourceType: "payoff",
            response.ResourceId,
            response.Status,
            response.ETag,
            response.Body,
            now);
        return new(row, response, new ChangeSet([new PayoffInsert(row), new IdempotencyInsert(record)]));
    }
}
