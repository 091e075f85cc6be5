using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LoApi.Idempotency;
using LoApi.Json;
using LoApi.Storage.Idempotency;
using LoApi.Storage.Writing;

namespace LoApi.Grains.Idempotency;

/// <summary>The answer to a write, and how it is kept for repeats in the write's own change set.</summary>
internal static class WrittenAnswer
{
    public const int Created = 201;
    public const int Ok = 200;

    /// <summary>The representation of a row, as the first answer and every repeat of it say.</summary>
    public static RecordedResponse Of<T>(int status, T row, Guid id, long version)
        where T : class => new(
        id.ToString(),
        status,
        $"\"{version}\"",
        JsonSerializer.Serialize(row, (JsonTypeInfo<T>)LoApiJson.Models.GetTypeInfo(typeof(T))!),
        Replayed: false);

    /// <summary>What keeps it under the request's key.</summary>
    public static IdempotencyInsert ToRecord(
        this RecordedResponse answer, string resourceType, IdempotentRequest request, DateTimeOffset occurredAt) =>
        new(new IdempotencyRecord(
            request.ClientId,
            request.Key,
            request.Fingerprint,
            resourceType,
            answer.ResourceId,
            answer.Status,
            answer.ETag,
            answer.Body,
            occurredAt));

    /// <summary>The same where the request has a key; else nothing.</summary>
    public static ImmutableArray<IdempotencyInsert> ToRecords(
        this RecordedResponse answer, string resourceType, IdempotentRequest? request, DateTimeOffset occurredAt) =>
        request is null ? [] : [answer.ToRecord(resourceType, request, occurredAt)];
}
