using LoApi.Storage.Sql;

namespace LoApi.Storage.Dialects;

/// <summary>
/// The statements for one row with a bind per value, for the drivers that repeat a statement for each row: SQLite's,
/// where that costs no round trip, and Oracle's, which does it on the server by array binding.
/// </summary>
internal static class SingleRowSql
{
    public static string Insert(RowShape shape) =>
        $"""
        INSERT INTO {shape.Table} ({Names(shape.Columns)})
        VALUES ({Binds(shape.Columns)})
        """;

    public static string Update(RowShape shape) =>
        $"""
        UPDATE {shape.Table}
        SET {Equal(shape.Columns, ", ")}
        WHERE {Equal(shape.Keys, " AND ")}
        """;

    public static string Delete(RowShape shape) =>
        $"""
        DELETE FROM {shape.Table}
        WHERE {Equal(shape.Keys, " AND ")}
        """;

    public static string Names(IEnumerable<Column> columns, string prefix = "") =>
        string.Join(", ", columns.Select(column => prefix + column.Name));

    /// <summary>The columns that an upsert changes where the row is there.</summary>
    public static IEnumerable<Column> Changed(RowShape shape) => shape.Columns.Where(column => !shape.Keys.Contains(column));

    private static string Binds(IEnumerable<Column> columns) =>
        string.Join(", ", columns.Select(column => ":" + column.Parameter));

    private static string Equal(IEnumerable<Column> columns, string separator) =>
        string.Join(separator, columns.Select(column => $"{column.Name} = :{column.Parameter}"));
}
