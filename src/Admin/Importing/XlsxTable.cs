using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace LoApi.Admin.Importing;

/// <summary>
/// Reads a table from the first sheet of an Excel workbook. The header is the first row that names every column, among the
/// first that are not blank; what stands above it is a title. A formula that fails has no value.
/// </summary>
internal sealed class XlsxTable(string path, TableLayout layout, Action<BadRow> onBadRow) : TableFile(layout, onBadRow)
{
    private const int MaxTitleRows = 10;

    private readonly TableLayout _layout = layout;

    // The reader looks for the code page of old workbooks, which these are not, before it opens any.
    static XlsxTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public override IEnumerable<TableRow> Rows(Action<double> onProgress)
    {
        using var stream = Open(path);
        using var sheet = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(stream));
        var rows = Math.Max(1, sheet.RowCount);
        var indexes = ReadHeader(sheet);
        while (Guarded(sheet.Read))
        {
            if (sheet.Depth % 256 == 0)
            {
                onProgress(Math.Min(1, (double)sheet.Depth / rows));
            }

            if (ToRow(sheet.Depth + 1, indexes, index => Text(sheet, index)) is { } row)
            {
                yield return row;
            }
        }

        onProgress(1);
    }

    private int[] ReadHeader(IExcelDataReader sheet)
    {
        string[]? first = null;
        for (var titles = 0; titles < MaxTitleRows && Guarded(sheet.Read);)
        {
            string[] row = [.. Enumerable.Range(0, sheet.FieldCount).Select(index => Text(sheet, index))];
            if (_layout.IsHeader(row))
            {
                return _layout.Find(path, row);
            }

            if (row.Any(text => !string.IsNullOrWhiteSpace(text)))
            {
                first ??= row;
                titles++;
            }
        }

        return _layout.Find(path, first ?? []);
    }

    // Excel keeps what looks like a number as one: whole ones come back as they were typed, with the zeros of their format.
    private static string Text(IExcelDataReader sheet, int index) => index >= sheet.FieldCount ? "" : sheet.GetValue(index) switch
    {
        null => "",
        double number when sheet.GetNumberFormatString(index) is { Length: > 0 } format && format.All(c => c == '0') =>
            number.ToString(format, CultureInfo.InvariantCulture),
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString() ?? "",
    };

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (cause is ExcelDataReader.Exceptions.ExcelReaderException or IOException or InvalidDataException or System.Xml.XmlException)
        {
            throw new CommandFailedException($"{path} is no Excel workbook that can be read: {cause.Message}", cause);
        }
    }
}
