using System.Collections.Frozen;
using System.Collections.Immutable;
using LoApi.Lists;

namespace LoApi.Storage.Lists;

/// <summary>The columns behind the members that a list can be filtered and sorted by; no other name reaches a statement.</summary>
internal sealed class ListColumns<T>(params ListColumn<T>[] columns)
{
    private readonly FrozenDictionary<string, ListColumn<T>> _columns =
        columns.ToFrozenDictionary(column => column.Member, StringComparer.Ordinal);

    /// <summary>The column of a member. Throws <see cref="ArgumentException"/> for one that the list does not have.</summary>
    public ListColumn<T> Of(string member) =>
        _columns.GetValueOrDefault(member) ?? throw new ArgumentException($"The list has no member {member}.", nameof(member));

    /// <summary>The order as it stands behind <c>ORDER BY</c>.</summary>
    public string Order(ImmutableArray<SortMember> sort) =>
        string.Join(", ", sort.Select(member => $"{Of(member.Name).Name}{(member.Descending ? " DESC" : "")}"));

    /// <summary>The place of a row in that order.</summary>
    public Keyset Place(ImmutableArray<SortMember> sort, T row) => new([.. sort.Select(member => Of(member.Name).TextOf(row))]);
}
