using LoApi.Countries;

namespace LoApi.ApiFrontend.Countries;

/// <summary>The country that the documentation shows.</summary>
internal static class CountryExample
{
    public static Country Value { get; } = new()
    {
        Alpha2 = "NA",
        Alpha3 = "NAM",
        Numeric = "516",
        Name = "Namibia",
        OfficialName = "Republic of Namibia",
        Region = "Africa",
    };
}
