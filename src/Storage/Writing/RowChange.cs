using System.Collections.Immutable;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>A change to one row.</summary>
public abstract record RowChange
{
    private protected RowChange()
    {
    }

    /// <summary>
    /// By what change sets of a transaction are ordered, so that two transactions meet the same rows in the same order:
    /// what two change sets may collide on comes first.
    /// </summary>
    internal abstract string OrderKey { get; }

    /// <summary>What it claims that no other row may have, as far as callers are known to claim it twice.</summary>
    internal virtual ImmutableArray<ClaimedKey> ClaimedKeys => [];

    /// <summary>The row to write. Throws <see cref="ArgumentException"/> for a value that does not fit its column.</summary>
    internal abstract Row ToRow();
}
