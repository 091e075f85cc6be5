using System.Collections.Immutable;

namespace LoApi.Storage.Sql;

/// <summary>
/// A statement that is executed for any number of rows at once. Rows of one shape are what a batch groups by: a dialect
/// turns the shape into its own set-based form (arrays, array binding, or one prepared statement run again and again).
/// </summary>
internal sealed class RowShape
{
    private RowShape(string table, RowAction action, ImmutableArray<Column> columns, ImmutableArray<Column> keys)
    {
        Table = table;
        Action = action;
        Columns = columns;
        Keys = keys;
        Bound = action switch
        {
            RowAction.Update => [.. columns, .. keys],
            RowAction.Delete => keys,
            _ => columns,
        };
    }

    public string Table { get; }

    public RowAction Action { get; }

    /// <summary>The columns that are written.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>The columns that find the row; for an upsert they are among <see cref="Columns"/>.</summary>
    public ImmutableArray<Column> Keys { get; }

    /// <summary>The columns in the order in which their parameters stand in the statement.</summary>
    public ImmutableArray<Column> Bound { get; }

    public static RowShape Insert(string table, params ImmutableArray<Column> columns) =>
        new(table, RowAction.Insert, columns, []);

    public static RowShape Update(string table, ImmutableArray<Column> columns, ImmutableArray<Column> keys) =>
        new(table, RowAction.Update, columns, keys);

    public static RowShape Upsert(string table, ImmutableArray<Column> columns, int keyCount) =>
        new(table, RowAction.Upsert, columns, columns[..keyCount]);

    public static RowShape Delete(string table, params ImmutableArray<Column> keys) =>
        new(table, RowAction.Delete, [], keys);

    /// <summary>A row of this shape, each value held against its column. Throws <see cref="ArgumentException"/>.</summary>
    public Row Row(params ReadOnlySpan<object?> values)
    {
        if (values.Length != Bound.Length)
        {
            throw new ArgumentException($"{values.Length} values for the {Bound.Length} parameters of {Action} {Table}.", nameof(values));
        }

        var row = new object?[values.Length];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = Bound[i].Checked(values[i]);
        }

        return new Row(this, row);
    }
}
