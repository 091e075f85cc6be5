using CsvHelper;

namespace LoApi.Admin.Importing;

/// <summary>
/// Reads a table from a CSV file (RFC 4180, UTF-8, comma, header row). The header names every column of the table once,
/// in any order, and no other. No column holds line breaks, so that a quote that is never closed spoils one row only.
/// </summary>
internal sealed class CsvTable
{
    private const int MaxRecordBytes = 1024 * 1024;

    /// <summary>What a decoder leaves where the bytes are no UTF-8.</summary>
    private const char Replacement = '\uFFFD';

    private readonly string _path;
    private readonly IReadOnlyList<string> _columns;
    private readonly Action<BadRow> _onBadRow;

    /// <param name="path">The file.</param>
    /// <param name="columns">The table's columns.</param>
    /// <param name="onBadRow">Receives the rows that are no rows of this table at all.</param>
    public CsvTable(string path, IReadOnlyList<string> columns, Action<BadRow> onBadRow)
    {
        _path = path;
        _columns = columns;
        _onBadRow = onBadRow;
    }

    /// <summary>The rows in the file's order.</summary>
    /// <param name="onProgress">Receives the share of the file that was read, 0 to 1.</param>
    /// <exception cref="CommandFailedException">The file cannot be read, or its header is not the table's.</exception>
    public IEnumerable<TableRow> Rows(Action<double> onProgress)
    {
        using var stream = Open();
        var length = Math.Max(1, stream.Length);
        using var csv = CsvReader.Create(stream, Options(), leaveOpen: true);
        var indexes = ReadHeader(csv);
        while (Guarded(csv.Read))
        {
            if (csv.RowNumber % 256 == 0)
            {
                onProgress((double)csv.ByteOffset / length);
            }

            var fields = new Dictionary<string, string?>(_columns.Count, StringComparer.Ordinal);
            var reasons = new List<string>();
            for (var i = 0; i < _columns.Count; i++)
            {
                var text = csv.GetString(indexes[i]).Trim();
                fields.Add(_columns[i], text.Length > 0 ? text : null);
                if (Fault(text) is { } fault)
                {
                    reasons.Add($"{_columns[i]} {fault}");
                }
            }

            if (reasons.Count > 0)
            {
                _onBadRow(new BadRow(csv.LineNumber, reasons));
            }
            else if (fields.Values.Any(value => value is not null))
            {
                yield return new TableRow(csv.LineNumber, fields);
            }
        }

        onProgress(1);
    }

    private CsvReaderOptions Options() => new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
        OnMalformedRecord = record => _onBadRow(new BadRow(record.LineNumber, [Explain(record)])),
        MaxRecordSize = MaxRecordBytes,
    };

    private FileStream Open()
    {
        try
        {
            return File.OpenRead(_path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{_path} cannot be read: {cause.Message}", cause);
        }
    }

    private int[] ReadHeader(CsvReader csv)
    {
        Guarded(() =>
        {
            csv.ReadHeader();
            return true;
        });

        var headers = csv.Headers.Select(header => header.Trim()).ToArray();
        if (headers.Length == 0)
        {
            throw new CommandFailedException($"{_path} is empty; its first line must name the columns {List(_columns)}.");
        }

        RefuseIfAny("lacks the columns", _columns.Except(headers, StringComparer.OrdinalIgnoreCase));
        RefuseIfAny("has columns that are not known", headers.Except(_columns, StringComparer.OrdinalIgnoreCase));
        RefuseIfAny(
            "has columns twice",
            headers.GroupBy(header => header, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));

        return [.. _columns.Select(column => Array.FindIndex(headers, header => column.Equals(header, StringComparison.OrdinalIgnoreCase)))];
    }

    private void RefuseIfAny(string fault, IEnumerable<string> columns)
    {
        var names = columns.ToArray();
        if (names.Length > 0)
        {
            throw new CommandFailedException($"{_path} {fault} {List(names)}; its first line must name the columns {List(_columns)}.");
        }
    }

    private bool Guarded(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException cause)
        {
            throw new CommandFailedException($"{_path} cannot be read beyond line {cause.LineNumber}: {cause.Message}", cause);
        }
        catch (IOException cause)
        {
            throw new CommandFailedException($"{_path} cannot be read: {cause.Message}", cause);
        }
    }

    private static string? Fault(string text) =>
        text.Contains(Replacement, StringComparison.Ordinal) ? "is not in UTF-8"
        : text.Any(char.IsControl) ? "contains a control character"
        : null;

    private static string Explain(CsvMalformedRecord record) => record.Reason switch
    {
        CsvMalformedReason.StrayQuote => "a quote stands inside a value that is not quoted",
        CsvMalformedReason.TextAfterClosingQuote => "text follows a closing quote",
        CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes => "a quote is not closed on its line",
        CsvMalformedReason.FieldCountMismatch => "has another number of values than the first line",
        _ => "is no CSV",
    };

    private static string List(IEnumerable<string> names) => string.Join(",", names);
}
