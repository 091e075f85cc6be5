using LoApi.Countries;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Reference;

/// <summary>A row of COUNTRY with its table's version; without a country where the table is empty.</summary>
internal sealed class CountryRow
{
    public static RowShape Upsert { get; } = RowShape.Upsert(
        "COUNTRY",
        [
            new("alpha2", ColumnKind.Text, 2),
            new("alpha3", ColumnKind.Text, 3),
            new("numeric_code", ColumnKind.Text, 3),
            new("country_name", ColumnKind.Text, 100),
            new("official_name", ColumnKind.Text, 150),
            new("region", ColumnKind.Text, 40, Nullable: true),
        ],
        keyCount: 1);

    public required long TableVersion { get; init; }

    public string? Alpha2 { get; init; }

    public string? Alpha3 { get; init; }

    public string? NumericCode { get; init; }

    public string? CountryName { get; init; }

    public string? OfficialName { get; init; }

    public string? Region { get; init; }

    public static Row ToUpsert(Country country) =>
        Upsert.Row(country.Alpha2, country.Alpha3, country.Numeric, country.Name, country.OfficialName, country.Region);

    public Country ToCountry() => new()
    {
        Alpha2 = Alpha2!,
        Alpha3 = Alpha3!,
        Numeric = NumericCode!,
        Name = CountryName!,
        OfficialName = OfficialName!,
        Region = Region,
    };
}
