using System.Collections.Frozen;
using System.Collections.Immutable;
using LoApi.Lists;

namespace LoApi.ApiFrontend.Lists;

/// <summary>Answers list requests from rows that are in memory, by the same rules as those of the database.</summary>
/// <param name="members">The text of each member that the list can be filtered or sorted by; null where a row has none.</param>
internal sealed class SnapshotList<T>(params (string Name, Func<T, string?> Text)[] members)
{
    private readonly FrozenDictionary<string, Func<T, string?>> _members =
        members.ToFrozenDictionary(member => member.Name, member => member.Text, StringComparer.Ordinal);

    public Page<T> Page(IEnumerable<T> rows, ListRequest request)
    {
        // Each row's place is made once, not once for every comparison.
        (T Row, Keyset Place)[] matching =
        [
            .. rows
                .Where(row => request.Filters.All(filter => Meets(row, filter)))
                .Select(row => (Row: row, Place: Place(request.Sort, row)))
                .OrderBy(row => row.Place, Comparer<Keyset>.Create((x, y) => Compare(x, y, request.Sort))),
        ];
        var rest = request.Window.After is { } after
            ? matching.SkipWhile(row => Compare(row.Place, after, request.Sort) <= 0)
            : matching;
        (T Row, Keyset Place)[] taken = [.. rest.Take(request.Window.Limit + 1)];
        var more = taken.Length > request.Window.Limit;
        return new(
            [.. taken.Take(request.Window.Limit).Select(row => row.Row)],
            more ? taken[^2].Place : null,
            request.Count ? ListTotal.Of(matching.Length) : null);
    }

    private static int Compare(Keyset x, Keyset y, ImmutableArray<SortMember> sort)
    {
        for (var i = 0; i < sort.Length; i++)
        {
            var order = string.CompareOrdinal(x.Values[i], y.Values[i]);
            if (order != 0)
            {
                return sort[i].Descending ? -order : order;
            }
        }

        return 0;
    }

    private Keyset Place(ImmutableArray<SortMember> sort, T row) => new([.. sort.Select(member => _members[member.Name](row)!)]);

    private bool Meets(T row, Filter filter)
    {
        if (_members[filter.Member](row) is not { } text)
        {
            return false;
        }

        var order = string.CompareOrdinal(text, filter.Value);
        return filter.Operator switch
        {
            FilterOperator.Equal => order == 0,
            FilterOperator.Greater => order > 0,
            FilterOperator.GreaterOrEqual => order >= 0,
            FilterOperator.Less => order < 0,
            FilterOperator.LessOrEqual => order <= 0,
            FilterOperator.In => filter.Values.Contains(text, StringComparer.Ordinal),
            FilterOperator.Prefix => text.StartsWith(filter.Value, StringComparison.Ordinal),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Operator, "No such operator."),
        };
    }
}
