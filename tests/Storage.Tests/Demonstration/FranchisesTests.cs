using LoApi.Storage.Demonstration;

namespace LoApi.Storage.Tests.Demonstration;

public sealed class FranchisesTests
{
    [Fact]
    public void Franchises_All_AreADozenThatSatisfyTheModel()
    {
        var franchises = DemonstrationData.Franchises();

        Assert.Equal(12, franchises.DistinctBy(franchise => franchise.Brand).Count());
        Assert.Equal(franchises.Select(franchise => franchise.Code).Distinct().Order(StringComparer.Ordinal), franchises.Select(franchise => franchise.Code));
        Assert.All(franchises, franchise => Assert.Empty(ModelRules.Broken(franchise)));
    }

    [Fact]
    public void Franchises_WithAnAddendum_SayWhichOne() =>
        Assert.All(
            DemonstrationData.Franchises(),
            franchise => Assert.Equal(franchise.AddendumNeeded, franchise.Form2462 ^ franchise.NegotiatedAddendum));
}
