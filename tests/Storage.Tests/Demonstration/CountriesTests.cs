using LoApi.Countries;
using LoApi.Storage.Demonstration;

namespace LoApi.Storage.Tests.Demonstration;

public sealed class CountriesTests
{
    private static readonly string[] Regions = ["Africa", "Americas", "Asia", "Europe", "Oceania"];

    [Fact]
    public void Countries_All_AreTheEntriesOfIso3166() => Assert.Equal(249, DemonstrationData.Countries().Length);

    [Fact]
    public void Countries_All_AreOrderedByTheirUniqueAlpha2()
    {
        var codes = DemonstrationData.Countries().Select(country => country.Alpha2).ToArray();

        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void Countries_All_HaveUniqueCodesAndNames()
    {
        var countries = DemonstrationData.Countries();

        Assert.Equal(249, countries.DistinctBy(country => country.Alpha3).Count());
        Assert.Equal(249, countries.DistinctBy(country => country.Numeric).Count());
        Assert.Equal(249, countries.DistinctBy(country => country.Name).Count());
    }

    [Fact]
    public void Countries_All_SatisfyTheModel() =>
        Assert.All(DemonstrationData.Countries(), country => Assert.Empty(ModelRules.Broken(country)));

    [Fact]
    public void Countries_All_HaveARegionExceptAntarctica() =>
        Assert.All(
            DemonstrationData.Countries(),
            country =>
            {
                if (country.Alpha2 == "AQ")
                {
                    Assert.Null(country.Region);
                }
                else
                {
                    Assert.Contains(country.Region, Regions);
                }
            });

    [Theory]
    [InlineData("NA", "NAM", "516", "Namibia", "Republic of Namibia", "Africa")]
    [InlineData("AF", "AFG", "004", "Afghanistan", "Islamic Republic of Afghanistan", "Asia")]
    [InlineData("US", "USA", "840", "United States of America", "United States of America", "Americas")]
    [InlineData("TR", "TUR", "792", "Türkiye", "Republic of Türkiye", "Asia")]
    [InlineData("CI", "CIV", "384", "Côte d'Ivoire", "Republic of Côte d'Ivoire", "Africa")]
    [InlineData("BQ", "BES", "535", "Bonaire, Sint Eustatius and Saba", "Bonaire, Sint Eustatius and Saba", "Americas")]
    public void Countries_One_HasItsCodesAndNames(
        string alpha2, string alpha3, string numeric, string name, string officialName, string region) =>
        Assert.Equal(
            new Country
            {
                Alpha2 = alpha2,
                Alpha3 = alpha3,
                Numeric = numeric,
                Name = name,
                OfficialName = officialName,
                Region = region,
            },
            Assert.Single(DemonstrationData.Countries(), country => country.Alpha2 == alpha2));
}
