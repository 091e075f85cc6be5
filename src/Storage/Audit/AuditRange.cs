namespace LoApi.Storage.Audit;

/// <summary>What part of the log is verified. In each chain, all between the first and the last record of that time.</summary>
/// <param name="From">Nothing that happened before; null for the beginning.</param>
/// <param name="To">Nothing that happened after; null for the end.</param>
public sealed record AuditRange(DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>The whole log.</summary>
    public static AuditRange All { get; } = new(From: null, To: null);
}
