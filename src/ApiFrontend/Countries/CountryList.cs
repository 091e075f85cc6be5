using LoApi.ApiFrontend.Lists;
using LoApi.Countries;

namespace LoApi.ApiFrontend.Countries;

/// <summary>What the list of countries can be asked.</summary>
internal static class CountryList
{
    public static ListDefinition Definition { get; } = new(
        "countries",
        [new("alpha2", Descending: false)],
        [
            new("alpha2", MemberType.Text, Sortable: true),
            new("alpha3", MemberType.Text, Sortable: true),
            new("numeric", MemberType.Text, Sortable: true),
            new("name", MemberType.Text, Sortable: true),
            new("region", MemberType.Text),
        ]);

    public static SnapshotList<Country> Rows { get; } = new(
        ("alpha2", country => country.Alpha2),
        ("alpha3", country => country.Alpha3),
        ("numeric", country => country.Numeric),
        ("name", country => country.Name),
        ("region", country => country.Region));
}
