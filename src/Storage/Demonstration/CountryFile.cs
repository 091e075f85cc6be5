using System.Collections.Immutable;
using LoApi.Countries;

namespace LoApi.Storage.Demonstration;

/// <summary>
/// Reads <c>countries.csv</c>. Codes and names are those of ISO 3166-1, regions those of the United Nations' M49.
/// The columns are those of <see cref="Country"/>; an empty <c>official_name</c> repeats the name.
/// </summary>
internal static class CountryFile
{
    private const string Resource = "LoApi.Storage.Demonstration.countries.csv";
    private const int Columns = 6;

    public static ImmutableArray<Country> Read()
    {
        using var stream = typeof(CountryFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();

        var countries = ImmutableArray.CreateBuilder<Country>();
        while (reader.ReadLine() is { } line)
        {
            countries.Add(Parse(line));
        }

        return countries.DrainToImmutable();
    }

    private static Country Parse(string line)
    {
        var fields = Split(line);
        if (fields.Count != Columns)
        {
            throw new InvalidDataException($"{Resource}: {Columns} columns are expected in '{line}'.");
        }

        return new Country
        {
            Alpha2 = fields[0],
            Alpha3 = fields[1],
            Numeric = fields[2],
            Name = fields[3],
            OfficialName = fields[4].Length > 0 ? fields[4] : fields[3],
            Region = fields[5].Length > 0 ? fields[5] : null,
        };
    }

    /// <summary>Splits at commas outside quotes; the file has no quote inside a field and no field over two lines.</summary>
    private static List<string> Split(string line)
    {
        var fields = new List<string>(Columns);
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
