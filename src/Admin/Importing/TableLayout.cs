namespace LoApi.Admin.Importing;

/// <summary>How the header of a table looks: it names every column once, in any order and case.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Aliases">What publishers call them, by their names.</param>
/// <param name="OthersAllowed">Whether there may be other columns, which are not read.</param>
internal sealed record TableLayout(
    IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Aliases, bool OthersAllowed)
{
    /// <summary>Where each column stands in a header.</summary>
    /// <exception cref="CommandFailedException">It is none of this table.</exception>
    public int[] Find(string path, IReadOnlyList<string> header)
    {
        var names = header.Select(Name).ToArray();
        if (names.All(name => name.Length == 0))
        {
            throw new CommandFailedException($"{path} is empty; its first line must name the columns {List(Columns)}.");
        }

        RefuseIfAny("lacks the columns", Columns.Except(names, StringComparer.OrdinalIgnoreCase));
        var known = OthersAllowed ? names.Intersect(Columns, StringComparer.OrdinalIgnoreCase) : names.Where(name => name.Length > 0);
        RefuseIfAny("has columns that are not known", known.Except(Columns, StringComparer.OrdinalIgnoreCase));
        RefuseIfAny(
            "has columns twice",
            names.Intersect(Columns, StringComparer.OrdinalIgnoreCase)
                .Where(column => names.Count(name => name.Equals(column, StringComparison.OrdinalIgnoreCase)) > 1));
        return [.. Columns.Select(column => Array.FindIndex(names, name => column.Equals(name, StringComparison.OrdinalIgnoreCase)))];

        void RefuseIfAny(string fault, IEnumerable<string> columns)
        {
            var list = columns.ToArray();
            if (list.Length > 0)
            {
                throw new CommandFailedException($"{path} {fault} {List(list)}; its first line must name the columns {List(Columns)}.");
            }
        }
    }

    /// <summary>Whether a row could be the header: it names every column.</summary>
    public bool IsHeader(IEnumerable<string> row) => !Columns.Except(row.Select(Name), StringComparer.OrdinalIgnoreCase).Any();

    // Publishers pad and break the names.
    private string Name(string header)
    {
        var words = string.Join(' ', header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Aliases.GetValueOrDefault(words.ToLowerInvariant()) ?? words;
    }

    private static string List(IEnumerable<string> names) => string.Join(",", names);
}
