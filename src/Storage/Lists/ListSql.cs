using System.Collections.Immutable;
using System.Text;
using LoApi.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Lists;

/// <summary>
/// Writes what a <see cref="ListRequest"/> asks for as SQL: conditions for its filters, one for the place where the page
/// begins, and the order. Every bind stands once and in the order in which it was bound.
/// </summary>
internal sealed class ListSql<T>(ListColumns<T> columns, Bindings bindings)
{
    // The greatest character there is: in binary order all text that begins with a prefix lies below the prefix and this.
    private const string Greatest = "\U0010FFFF";

    private readonly StringBuilder _conditions = new();
    private int _binds;

    /// <summary>What was written so far: conditions that each begin with AND, on lines of their own.</summary>
    public string Conditions => _conditions.ToString();

    public ListSql<T> Filter(ImmutableArray<Filter> filters)
    {
        foreach (var filter in filters)
        {
            var column = columns.Of(filter.Member);
            And(filter.Operator switch
            {
                FilterOperator.In => $"{column.Name} IN ({string.Join(", ", filter.Values.Select(value => Bind(column, value)))})",
                FilterOperator.Prefix => $"{column.Name} >= {Bind(column, filter.Value)} AND {column.Name} < {Bind(column, filter.Value + Greatest)}",
                _ => $"{column.Name} {Comparison(filter.Operator)} {Bind(column, filter.Value)}",
            });
        }

        return this;
    }

    /// <summary>
    /// The rows after a place, written out with AND and OR, since Oracle compares no row values. Throws
    /// <see cref="InvalidKeysetException"/> for a keyset that is none of this sort.
    /// </summary>
    public ListSql<T> After(ImmutableArray<SortMember> sort, Keyset? keyset)
    {
        if (keyset is null)
        {
            return this;
        }

        if (keyset.Values.Length != sort.Length)
        {
            throw new InvalidKeysetException();
        }

        // This comparison says nothing that the others do not, but it is one that an index can begin at.
        And($"{Column(sort[0]).Name} {Beyond(sort[0])}= {Bind(Column(sort[0]), keyset.Values[0])}");
        var places = Enumerable.Range(0, sort.Length).Select(last => string.Join(" AND ", Enumerable.Range(0, last + 1).Select(i =>
            $"{Column(sort[i]).Name} {(i == last ? Beyond(sort[i]) : "=")} {Bind(Column(sort[i]), keyset.Values[i])}")));
        And($"({string.Join(" OR ", places.Select(place => $"({place})"))})");
        return this;
    }

    private static string Comparison(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Equal => "=",
        FilterOperator.Greater => ">",
        FilterOperator.GreaterOrEqual => ">=",
        FilterOperator.Less => "<",
        FilterOperator.LessOrEqual => "<=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "No comparison of one value."),
    };

    private static char Beyond(SortMember member) => member.Descending ? '<' : '>';

    private ListColumn<T> Column(SortMember member) => columns.Of(member.Name);

    private void And(string condition) => _conditions.Append("\n  AND ").Append(condition);

    private string Bind(ListColumn<T> column, string value)
    {
        var name = $"l{_binds++}";
        column.Bind(bindings, name, value);
        return $":{name}";
    }
}
