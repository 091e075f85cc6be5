namespace LoApi.Storage.Demonstration;

/// <summary>Reads a CSV file that lies in the assembly. Its first line names the columns.</summary>
internal static class CsvResource
{
    private const string Prefix = "LoApi.Storage.Demonstration.";

    public static IEnumerable<IReadOnlyList<string>> Rows(string name, int columns)
    {
        using var stream = typeof(CsvResource).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Prefix}{name}.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var fields = Split(line);
            yield return fields.Count == columns
                ? fields
                : throw new InvalidDataException($"{name}: {columns} columns are expected in '{line}'.");
        }
    }

    /// <summary>Splits at commas outside quotes; the file has no quote inside a field and no field over two lines.</summary>
    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var quoted = false;
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                fields.Add(line[start..i].Trim('"'));
                start = i + 1;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return fields;
    }
}
