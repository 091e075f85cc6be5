namespace LoApi.PlainAspNet.Storage;

/// <summary>An audit row. LoApi's own log chains these later, which no peer does.</summary>
internal sealed class AuditRow
{
    public required int PartitionNo { get; init; }

    public required long OrderNo { get; init; }

    public required string ChangeId { get; init; }

    public required string RecordKind { get; init; }

    public required string Outcome { get; init; }

    public required string OutcomeCode { get; init; }

    public required DateTime OccurredAt { get; init; }

    public required string ClientId { get; init; }

    public string? UserId { get; init; }

    public string? LocationId { get; init; }

    public string? HttpMethod { get; init; }

    public string? RequestPath { get; init; }

    public string? ResourceType { get; init; }

    public string? ResourceId { get; init; }

    public long? VersionAfter { get; init; }

    public string? AfterState { get; init; }

    public required string RequestId { get; init; }

    public string? RemoteIp { get; init; }

    public string? PayloadDigest { get; init; }
}
