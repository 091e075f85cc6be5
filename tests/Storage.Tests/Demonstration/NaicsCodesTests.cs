using LoApi.NaicsCodes;
using LoApi.Storage.Demonstration;

namespace LoApi.Storage.Tests.Demonstration;

public sealed class NaicsCodesTests
{
    [Fact]
    public void NaicsCodes_All_AreTheSectorsAndSubsectors()
    {
        var codes = DemonstrationData.NaicsCodes();

        Assert.Equal(20, codes.Count(code => code.Level == NaicsLevel.Sector));
        Assert.Equal(96, codes.Count(code => code.Level == NaicsLevel.Subsector));
        Assert.Equal(116, codes.Length);
    }

    [Fact]
    public void NaicsCodes_All_AreUniqueOrderedAndSatisfyTheModel()
    {
        var codes = DemonstrationData.NaicsCodes();

        Assert.Equal(codes.Select(code => code.Code).Distinct().Order(StringComparer.Ordinal), codes.Select(code => code.Code));
        Assert.All(codes, code => Assert.Empty(ModelRules.Broken(code)));
    }

    [Fact]
    public void NaicsCodes_Subsectors_HaveAParentAmongThem()
    {
        var codes = DemonstrationData.NaicsCodes();
        var sectors = codes.Where(code => code.Level == NaicsLevel.Sector).Select(code => code.Code).ToHashSet();

        Assert.All(codes, code => Assert.Contains(code.ParentCode ?? code.Code, sectors));
        Assert.Equal(sectors, codes.Where(code => code.ParentCode is not null).Select(code => code.ParentCode!).ToHashSet());
    }
}
