using LoApi.Callers;

namespace LoApi.Audit;

/// <summary>What a front end has for the audit log: what was denied, failed or was read, and so has no change set to go with.</summary>
/// <param name="Id">The record's id, unique: who reports an event again reports it under the same.</param>
/// <param name="Kind">What it is about; never <see cref="AuditKind.Change"/>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Code">The error's code, or what was done; at most 60 characters.</param>
/// <param name="OccurredAt">When, an instant in UTC of whole microseconds.</param>
/// <param name="Caller">Who, as far as that is proven.</param>
[GenerateSerializer, Immutable, Alias("audit-event")]
public sealed record AuditEvent(
    [property: Id(0)] Guid Id,
    [property: Id(1)] AuditKind Kind,
    [property: Id(2)] AuditOutcome Outcome,
    [property: Id(3)] string Code,
    [property: Id(4)] DateTimeOffset OccurredAt,
    [property: Id(5)] Caller Caller)
{
    /// <summary>Events that are reported at once, at most.</summary>
    public const int MaxBatch = 500;

    /// <summary>What kind of thing it is about; null where that is not known.</summary>
    [Id(6)]
    public string? ResourceType { get; init; }

    /// <summary>The id of that thing, or null.</summary>
    [Id(7)]
    public string? ResourceId { get; init; }

    /// <summary>What else is known, a JSON object without secrets and personal data; or null.</summary>
    [Id(8)]
    public string? Detail { get; init; }
}
