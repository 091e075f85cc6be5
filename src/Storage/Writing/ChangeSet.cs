using System.Collections.Immutable;
using LoApi.Storage.Audit;

namespace LoApi.Storage.Writing;

/// <summary>
/// The unit of writing: changes that are committed together or not at all, and with them what the audit log says of
/// them.
/// </summary>
public sealed record ChangeSet
{
    /// <summary>The entry in the audit log, and the changes, at least one; the first says what the set is about.</summary>
    public ChangeSet(AuditEntry audit, params ReadOnlySpan<RowChange> changes)
    {
        if (changes.IsEmpty)
        {
            throw new ArgumentException("A change set holds at least one change.", nameof(changes));
        }

        Audit = audit;
        Changes = [.. changes];
    }

    /// <summary>What the audit log says of it. Its change id is the set's own.</summary>
    public AuditEntry Audit { get; }

    /// <summary>The changes.</summary>
    public ImmutableArray<RowChange> Changes { get; }
}
