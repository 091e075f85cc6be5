using CsvHelper;

namespace LoApi.Admin.Importing;

/// <summary>
/// Reads a table from a CSV file (RFC 4180, UTF-8, comma, header row). No column holds line breaks, so that a quote that
/// is never closed spoils one row only.
/// </summary>
internal sealed class CsvTable : TableFile
{
    private const int MaxRecordBytes = 1024 * 1024;

    private readonly string _path;
    private readonly TableLayout _layout;
    private readonly Action<BadRow> _onBadRow;

    public CsvTable(string path, TableLayout layout, Action<BadRow> onBadRow)
        : base(layout, onBadRow)
    {
        _path = path;
        _layout = layout;
        _onBadRow = onBadRow;
    }

    public override IEnumerable<TableRow> Rows(Action<double> onProgress)
    {
        using var stream = Open(_path);
        var length = Math.Max(1, stream.Length);
        using var csv = CsvReader.Create(stream, Options(), leaveOpen: true);
        var indexes = ReadHeader(csv);
        while (Guarded(csv.Read))
        {
            if (csv.RowNumber % 256 == 0)
            {
                onProgress((double)csv.ByteOffset / length);
            }

            if (ToRow(csv.LineNumber, indexes, csv.GetString) is { } row)
            {
                yield return row;
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

    private int[] ReadHeader(CsvReader csv)
    {
        Guarded(() =>
        {
            csv.ReadHeader();
            return true;
        });

        return _layout.Find(_path, [.. csv.Headers]);
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

    private static string Explain(CsvMalformedRecord record) => record.Reason switch
    {
        CsvMalformedReason.StrayQuote => "a quote stands inside a value that is not quoted",
        CsvMalformedReason.TextAfterClosingQuote => "text follows a closing quote",
        CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes => "a quote is not closed on its line",
        CsvMalformedReason.FieldCountMismatch => "has another number of values than the first line",
        _ => "is no CSV",
    };
}
