using System.Text.RegularExpressions;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Tests.Dialects;

public sealed class ColumnTests
{
    [Fact]
    public void Columns_OfEveryShape_FitTheirColumnsInTheSchema()
    {
        // A length that is said in two places must be said alike.
        var schema = string.Concat(Storage.Migrations.Migration.All.Select(migration => migration.Text));
        Assert.All(
            AllShapes.List.Where(shape => shape.Table != "SCHEMA_MIGRATION").SelectMany(shape => shape.Bound.Select(column => (shape.Table, Column: column))),
            pair =>
            {
                var table = schema[schema.IndexOf($"CREATE TABLE {pair.Table} (", StringComparison.Ordinal)..];
                table = table[..table.IndexOf(");\n", StringComparison.Ordinal)];
                var kind = pair.Column.Kind.ToString().ToLowerInvariant();
                var type = pair.Column.Kind == ColumnKind.Text ? $"{{{kind}:{pair.Column.Length}}}" : $"{{{kind}}}";
                var column = Regex.Escape($"{pair.Column.Name} {type}");
                var rest = $"( DEFAULT [0-9]+)?{(pair.Column.Nullable ? "" : " NOT NULL")}";
                Assert.Matches($"(?m)^(  {column}{rest},|ALTER TABLE {pair.Table} ADD {column}{rest};)$", $"{table}\n{AddedTo(pair.Table, schema)}");
            });
    }

    private static string AddedTo(string table, string schema) => string.Join(
        '\n', schema.Split('\n').Where(line => line.StartsWith($"ALTER TABLE {table} ADD ", StringComparison.Ordinal)));

    [Fact]
    public void Row_WithAValueMissing_Throws()
    {
        var shape = RowShape.Insert("T", new Column("a", ColumnKind.Int), new Column("b", ColumnKind.Int));

        Assert.Throws<ArgumentException>(() => shape.Row(1));
    }

    [Fact]
    public void Checked_OfAnotherType_Throws() =>
        Assert.Throws<ArgumentException>(() => new Column("a", ColumnKind.Money).Checked(1.5));
}
