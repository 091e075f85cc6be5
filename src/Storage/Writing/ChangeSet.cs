using System.Collections.Immutable;

namespace LoApi.Storage.Writing;

/// <summary>The unit of writing: changes that are committed together or not at all.</summary>
public sealed record ChangeSet
{
    /// <summary>The changes, at least one; the first says what the set is about.</summary>
    public ChangeSet(params ReadOnlySpan<RowChange> changes)
    {
        if (changes.IsEmpty)
        {
            throw new ArgumentException("A change set holds at least one change.", nameof(changes));
        }

        Changes = [.. changes];
    }

    /// <summary>The changes.</summary>
    public ImmutableArray<RowChange> Changes { get; }
}
