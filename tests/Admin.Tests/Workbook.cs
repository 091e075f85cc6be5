using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace LoApi.Admin.Tests;

/// <summary>Writes the least that is an Excel workbook (ECMA-376): one sheet of texts, numbers, flags and blanks.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <param name="path">The file.</param>
    /// <param name="rows">Texts, numbers, dates (with the format of one), flags, and nulls for blank cells.</param>
    public static string Write(string path, params object?[][] rows)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Add("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
              <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
              <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
              <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
              <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            </Types>
            """);
        Add("_rels/.rels", $"""
            <Relationships xmlns="{PackageRelations}"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Add("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>
            """);
        Add("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{PackageRelations}">
              <Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/>
              <Relationship Id="r2" Type="{Relations}/styles" Target="styles.xml"/>
            </Relationships>
            """);

        // Style 1 is a date (format 14 of the standard), style 2 five digits with leading zeros.
        Add("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}">
              <numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts>
              <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>
            </styleSheet>
            """);
        var sheet = new StringBuilder();
        for (var i = 0; i < rows.Length; i++)
        {
            var cells = rows[i].Select((value, column) => Cell($"{(char)('A' + column)}{i + 1}", value));
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{i + 1}\">{string.Concat(cells)}</row>");
        }

        Add("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{sheet}</sheetData></worksheet>""");
        return path;

        void Add(string name, string text)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            writer.Write(text);
        }
    }

    private static string Cell(string at, object? value) => value switch
    {
        null => "",
        DateOnly date => $"<c r=\"{at}\" s=\"1\"><v>{date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)}</v></c>",
        bool flag => $"<c r=\"{at}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
        short zip => $"<c r=\"{at}\" s=\"2\"><v>{zip.ToString(CultureInfo.InvariantCulture)}</v></c>",
        int number => $"<c r=\"{at}\"><v>{number.ToString(CultureInfo.InvariantCulture)}</v></c>",
        long number => $"<c r=\"{at}\"><v>{number.ToString(CultureInfo.InvariantCulture)}</v></c>",
        string { Length: > 1 } error when error[0] == '#' => $"<c r=\"{at}\" t=\"e\"><v>{error}</v></c>",
        _ => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape((string)value)}</t></is></c>",
    };
}
