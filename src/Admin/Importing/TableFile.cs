namespace LoApi.Admin.Importing;

/// <summary>A file that holds a table below a header.</summary>
/// <param name="layout">The table's columns.</param>
/// <param name="onBadRow">Receives the rows that are no rows of this table at all.</param>
internal abstract class TableFile(TableLayout layout, Action<BadRow> onBadRow)
{
    /// <summary>What a decoder leaves where the bytes are no UTF-8.</summary>
    private const char Replacement = '\uFFFD';

    /// <summary>The file of a path: an Excel workbook where its name ends in <c>.xlsx</c>, else CSV.</summary>
    public static TableFile At(string path, TableLayout layout, Action<BadRow> onBadRow) =>
        path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? new XlsxTable(path, layout, onBadRow)
            : new CsvTable(path, layout, onBadRow);

    /// <summary>The rows in the file's order, without those that are blank.</summary>
    /// <param name="onProgress">Receives the share of the file that was read, 0 to 1.</param>
    /// <exception cref="CommandFailedException">The file cannot be read, or its header is not the table's.</exception>
    public abstract IEnumerable<TableRow> Rows(Action<double> onProgress);

    protected static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{path} cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>The row of the values at the columns' indexes; null where it is blank, or bad, which is then told.</summary>
    protected TableRow? ToRow(long line, IReadOnlyList<int> indexes, Func<int, string> read)
    {
        var fields = new Dictionary<string, string?>(indexes.Count, StringComparer.Ordinal);
        var reasons = new List<string>();
        for (var i = 0; i < indexes.Count; i++)
        {
            var column = layout.Columns[i];
            var text = read(indexes[i]).Trim();
            fields.Add(column, text.Length > 0 ? text : null);
            if (Fault(text) is { } fault)
            {
                reasons.Add($"{column} {fault}");
            }
        }

        if (reasons.Count > 0)
        {
            onBadRow(new BadRow(line, reasons));
            return null;
        }

        return fields.Values.Any(value => value is not null) ? new TableRow(line, fields) : null;
    }

    private static string? Fault(string text) =>
        text.Contains(Replacement, StringComparison.Ordinal) ? "is not in UTF-8"
        : text.Any(char.IsControl) ? "contains a control character"
        : null;
}
