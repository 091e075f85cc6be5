using System.Collections.Immutable;
using LoApi.Countries;

namespace LoApi.Storage.Demonstration;

/// <summary>
/// Reads <c>countries.csv</c>. Codes and names are those of ISO 3166-1, regions those of the United Nations' M49.
/// The columns are those of <see cref="Country"/>; an empty <c>official_name</c> repeats the name.
/// </summary>
internal static class CountryFile
{
    public static ImmutableArray<Country> Read() => [.. CsvResource.Rows("countries.csv", columns: 6).Select(Country)];

    private static Country Country(IReadOnlyList<string> fields) => new()
    {
        Alpha2 = fields[0],
        Alpha3 = fields[1],
        Numeric = fields[2],
        Name = fields[3],
        OfficialName = fields[4].Length > 0 ? fields[4] : fields[3],
        Region = fields[5].Length > 0 ? fields[5] : null,
    };
}
