using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Audit;

/// <summary>
/// One link of the audit log: who did what, on whose behalf, and what it was before and after. Records are never
/// changed; members that hold personal data may be erased from <see cref="Before"/> and <see cref="After"/>, where
/// <c>{"erased":"…"}</c> with a digest takes their place.
/// </summary>
[GenerateSerializer, Immutable, Alias("audit-record")]
public sealed record AuditRecord
{
    /// <summary>The record's id, a UUID; that of the change.</summary>
    [Id(0)]
    public required Guid Id { get; init; }

    /// <summary>The chain that it belongs to, counted from 0.</summary>
    [Id(1)]
    public required int Partition { get; init; }

    /// <summary>Its place in that chain, counted from 1, without gaps.</summary>
    [Id(2)]
    public required long Position { get; init; }

    /// <summary>What it is about.</summary>
    [Id(3)]
    public required AuditKind Kind { get; init; }

    /// <summary>How it ended.</summary>
    [Id(4)]
    public required AuditOutcome Outcome { get; init; }

    /// <summary>
    /// What was done (<c>created</c>, <c>updated</c>, <c>deleted</c>, <c>expired</c>, <c>imported</c>, <c>erased</c>,
    /// <c>read</c>), or the error's code where it was not.
    /// </summary>
    [Id(5)]
    public required string Code { get; init; }

    /// <summary>When, an instant in UTC, exact to the microsecond.</summary>
    [Id(6)]
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The app server that asked; <c>system</c> is the service itself, <c>loapi-admin</c> an operator's command.</summary>
    [Id(7)]
    public required string ClientId { get; init; }

    /// <summary>The user that it acted for, or null.</summary>
    [Id(8)]
    public string? UserId { get; init; }

    /// <summary>The location that it acted for, or null.</summary>
    [Id(9)]
    public string? LocationId { get; init; }

    /// <summary>The method of the request, or null where there was none.</summary>
    [Id(10)]
    public string? Method { get; init; }

    /// <summary>The path of the request without its query, at most 500 characters, or the template of its route where something else stands in the place of an id; null where there was none.</summary>
    [Id(11)]
    public string? Path { get; init; }

    /// <summary>What kind of thing it is about, such as <c>payoff</c>; null where that is not known.</summary>
    [Id(12)]
    public string? ResourceType { get; init; }

    /// <summary>The id of that thing, or null.</summary>
    [Id(13)]
    public string? ResourceId { get; init; }

    /// <summary>Its version before, or null where there was none.</summary>
    [Id(14)]
    public long? VersionBefore { get; init; }

    /// <summary>Its version after, or null where there is none.</summary>
    [Id(15)]
    public long? VersionAfter { get; init; }

    /// <summary>Its representation before, or null.</summary>
    [Id(16), JsonConverter(typeof(RawJsonConverter))]
    public string? Before { get; init; }

    /// <summary>Its representation after, or null.</summary>
    [Id(17), JsonConverter(typeof(RawJsonConverter))]
    public string? After { get; init; }

    /// <summary>The id of the request, as in <c>X-Request-Id</c>.</summary>
    [Id(18)]
    public required string RequestId { get; init; }

    /// <summary>The W3C trace id of the request, 32 hexadecimal digits, or null.</summary>
    [Id(19)]
    public string? TraceId { get; init; }

    /// <summary>The address that the request came from, or null.</summary>
    [Id(20)]
    public string? RemoteIp { get; init; }

    /// <summary>SHA-256 of what was sent, 64 hexadecimal digits; <c>erased:</c> and a digest once personal data was erased; or null.</summary>
    [Id(21)]
    public string? PayloadDigest { get; init; }

    /// <summary>The hash of the record before it in the chain, 64 hexadecimal digits; zeros for the first.</summary>
    [Id(22)]
    public required string PreviousHash { get; init; }

    /// <summary>HMAC-SHA-256 over the previous hash and this record, 64 hexadecimal digits.</summary>
    [Id(23)]
    public required string Hash { get; init; }
}
