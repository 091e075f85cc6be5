using LoApi.Audit;
using LoApi.Callers;

namespace LoApi.Storage.Audit;

/// <summary>
/// What the audit log is to say of something, before it has a place in a chain. Texts that are longer than the log
/// keeps are cut.
/// </summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Code">What was done, such as <see cref="AuditCode.Created"/>, or the error's code.</param>
/// <param name="OccurredAt">When, an instant in UTC of whole microseconds.</param>
/// <param name="Caller">Who, and on whose behalf.</param>
public sealed record AuditEntry(AuditKind Kind, string Code, DateTimeOffset OccurredAt, Caller Caller)
{
    /// <summary>
    /// Unique to the change: executing the same change set again meets it. Ordered by time, so that it falls at the end
    /// of its index.
    /// </summary>
    public Guid ChangeId { get; init; } = Guid.CreateVersion7();

    /// <summary>How it ended. Default: well.</summary>
    public AuditOutcome Outcome { get; init; } = AuditOutcome.Success;

    /// <summary>What kind of thing it is about, such as <c>payoff</c>.</summary>
    public string? ResourceType { get; init; }

    /// <summary>The id of that thing.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Its version before; null where there was none.</summary>
    public long? VersionBefore { get; init; }

    /// <summary>Its version after; null where there is none.</summary>
    public long? VersionAfter { get; init; }

    /// <summary>Its representation before, JSON; null where there was none.</summary>
    public string? Before { get; init; }

    /// <summary>Its representation after, JSON; null where there is none.</summary>
    public string? After { get; init; }

    /// <summary>SHA-256 of what was sent, 64 hexadecimal digits.</summary>
    public string? PayloadDigest { get; init; }

    /// <summary>The chain it belongs to: that of the resource, else that of the client.</summary>
    internal int Partition => AuditPartition.Of(ResourceId ?? Caller.ClientId);

    /// <summary>Orders the records of one resource: the version that the change made.</summary>
    internal long Order => VersionAfter ?? (VersionBefore + 1) ?? 0;
}
