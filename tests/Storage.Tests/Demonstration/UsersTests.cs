using System.Globalization;
using LoApi.Storage.Demonstration;

namespace LoApi.Storage.Tests.Demonstration;

public sealed class UsersTests
{
    [Fact]
    public void Users_All_AreNumberedFrom1To1000() =>
        Assert.Equal(
            Enumerable.Range(1, 1000).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            DemonstrationData.Users().Select(user => user.Id));

    [Fact]
    public void Users_All_SatisfyTheModel() =>
        Assert.All(
            DemonstrationData.Users(),
            user =>
            {
                Assert.Empty(ModelRules.Broken(user));
                Assert.All(user.Locations, membership => Assert.Empty(ModelRules.Broken(membership)));
            });

    [Fact]
    public void Users_All_HaveNamesAndAddressesOfTheirOwn()
    {
        var users = DemonstrationData.Users();

        Assert.Equal(1000, users.DistinctBy(user => user.UserName).Count());
        Assert.Equal(1000, users.DistinctBy(user => user.Email).Count());
    }

    [Fact]
    public void Users_All_HaveAddressesAndNumbersReservedForExamples() =>
        Assert.All(
            DemonstrationData.Users(),
            user =>
            {
                Assert.Matches(@"^[a-z]+\.[a-z]+@example\.(com|org|net)$", user.Email);
                Assert.Matches("^[2-9][0-9]{2}-555-01[0-9]{2}$", user.Phone ?? "205-555-0100");
            });

    [Fact]
    public void Users_All_BelongToOneToThreeExistingLocationsInOrder()
    {
        var locations = DemonstrationData.Locations().Select(location => location.Id).ToHashSet(StringComparer.Ordinal);
        var users = DemonstrationData.Users();

        Assert.Equal([1, 2, 3], users.Select(user => user.Locations.Length).Distinct().Order());
        Assert.All(
            users,
            user =>
            {
                var ids = user.Locations.Select(membership => membership.LocationId).ToArray();
                Assert.Equal(ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), ids);
                Assert.Subset(locations, ids.ToHashSet(StringComparer.Ordinal));
            });
    }

    [Fact]
    public void Users_All_HaveRolesInOrder() =>
        Assert.All(
            DemonstrationData.Users().SelectMany(user => user.Locations),
            membership =>
            {
                Assert.NotEmpty(membership.Roles);
                Assert.Equal(membership.Roles.Distinct().Order(StringComparer.Ordinal), membership.Roles);
            });

    [Fact]
    public void Users_UpTo200_AreActiveServicersOfTheLocationWithTheirNumber() =>
        Assert.All(
            DemonstrationData.Users().Take(200),
            user =>
            {
                Assert.True(user.Active);
                Assert.Contains(
                    "servicer",
                    Assert.Single(user.Locations, membership => membership.LocationId == user.Id).Roles);
            });

    [Fact]
    public void Users_Inactive_AreAFew() =>
        Assert.Equal(
            ["291", "388", "485", "582", "679", "776", "873", "970"],
            DemonstrationData.Users().Where(user => !user.Active).Select(user => user.Id));
}
