using System.Globalization;
using LoApi.Locations;
using LoApi.Storage.Demonstration;

namespace LoApi.Storage.Tests.Demonstration;

public sealed class LocationsTests
{
    [Fact]
    public void Locations_All_AreNumberedFrom1To200() =>
        Assert.Equal(
            Enumerable.Range(1, 200).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            DemonstrationData.Locations().Select(location => location.Id));

    [Fact]
    public void Locations_All_SatisfyTheModel() =>
        Assert.All(
            DemonstrationData.Locations(),
            location =>
            {
                Assert.Empty(ModelRules.Broken(location));
                Assert.Empty(ModelRules.Broken(location.Address));
            });

    [Fact]
    public void Locations_OfAPartner_AreOneHeadquartersAndFourBranches()
    {
        var partners = DemonstrationData.Locations().GroupBy(location => location.PartnerName).ToArray();

        Assert.Equal(40, partners.Length);
        Assert.All(
            partners,
            offices =>
            {
                Assert.Single(offices, office => office.Type == LocationType.Headquarters);
                Assert.Equal(4, offices.Count(office => office.Type == LocationType.Branch));
                Assert.Equal(5, offices.DistinctBy(office => office.Address.State).Count());
            });
    }

    [Fact]
    public void Locations_InOneState_ShareTheZipPrefixAndDifferInTheRest()
    {
        var states = DemonstrationData.Locations().GroupBy(location => location.Address.State).ToArray();

        Assert.Equal(50, states.Length);
        Assert.All(
            states,
            locations =>
            {
                Assert.Single(locations.Select(location => location.Address.PostalCode![..3]).Distinct());
                Assert.Equal(4, locations.DistinctBy(location => location.Address.PostalCode).Count());
            });
    }

    [Fact]
    public void Locations_All_HaveTelephoneNumbersReservedForFiction() =>
        Assert.All(
            DemonstrationData.Locations(),
            location => Assert.Matches("^[2-9][0-9]{2}-555-01[0-9]{2}$", location.Phone));

    [Fact]
    public void Locations_Inactive_AreThreeOfTheLast() =>
        Assert.Equal(
            ["180", "190", "200"],
            DemonstrationData.Locations().Where(location => !location.Active).Select(location => location.Id));
}
