using System.Collections.Immutable;

namespace LoApi.Storage.Sql;

/// <summary>Rows of one shape, which are written by one statement.</summary>
/// <param name="Shape">By which statement.</param>
/// <param name="Values">Those of each row, in the order of <see cref="RowShape.Bound"/>.</param>
internal sealed record RowSet(RowShape Shape, ImmutableArray<object?[]> Values)
{
    /// <summary>Rows by their shapes, those in a fixed order: two transactions that write the same tables go through them alike.</summary>
    public static ImmutableArray<RowSet> Of(IEnumerable<Row> rows) =>
    [
        .. rows.GroupBy(row => row.Shape)
            .OrderBy(group => group.Key.Table, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Action)
            .Select(group => new RowSet(group.Key, [.. group.Select(row => row.Values)])),
    ];
}
