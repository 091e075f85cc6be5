using System.Globalization;
using LoApi.Countries;
using LoApi.Storage.Importing;

namespace LoApi.Admin.Importing;

/// <summary>Countries, one row each: in the columns of the model, or of the public-domain file <c>datasets/country-codes</c>.</summary>
internal sealed class CountryImport : ReferenceImport<Country>
{
    public override IReadOnlyList<string> Columns { get; } = ["alpha2", "alpha3", "numeric", "name", "official_name", "region"];

    public override IReadOnlyDictionary<string, string> Aliases { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["iso3166-1-alpha-2"] = "alpha2",
        ["iso3166-1-alpha-3"] = "alpha3",
        ["iso3166-1-numeric"] = "numeric",
        ["cldr display name"] = "name",
        ["official_name_en"] = "official_name",
        ["region name"] = "region",
    };

    public override (string Column, string Value) Key(Country model) => ("alpha2", model.Alpha2);

    public override Task<IReadOnlySet<string>> ExistingKeysAsync(ExistingRows rows, CancellationToken cancellation) =>
        rows.CountryCodesAsync(cancellation);

    public override ImportSet ToSet(IReadOnlyList<Country> models) => new() { Countries = models };

    public override string Summary(IReadOnlyList<Country> models) =>
        string.Create(CultureInfo.InvariantCulture, $"{models.Count:N0} countries.");

    public override Country Read(RowReader row)
    {
        // What is missing is found by the model's own rules, so a null may stand here for as long as that takes.
        var alpha2 = row.Text("alpha2");
        var official = row.Text("official_name");
        var name = row.Text("name");
        if (name is null || name == alpha2)
        {
            name = official; // The display name of the United States is "US" in that file.
        }

        var country = new Country
        {
            Alpha2 = alpha2!,
            Alpha3 = row.Text("alpha3")!,
            Numeric = row.Text("numeric")?.PadLeft(3, '0')!, // Spreadsheets drop leading zeros.
            Name = name!,
            OfficialName = official ?? name!,
            Region = row.Text("region"),
        };
        ModelRules.Check(country, row);
        return country;
    }
}
