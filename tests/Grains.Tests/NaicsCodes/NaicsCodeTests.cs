using System.ComponentModel.DataAnnotations;
using LoApi.NaicsCodes;

namespace LoApi.Grains.Tests.NaicsCodes;

public sealed class NaicsCodeTests
{
    [Theory]
    [InlineData("11", NaicsLevel.Sector, null, "11")]
    [InlineData("31-33", NaicsLevel.Sector, null, "31-33")]
    [InlineData("111", NaicsLevel.Subsector, "11", "11")]
    [InlineData("311", NaicsLevel.Subsector, "31-33", "31-33")]
    [InlineData("339", NaicsLevel.Subsector, "31-33", "31-33")]
    [InlineData("449", NaicsLevel.Subsector, "44-45", "44-45")]
    [InlineData("455", NaicsLevel.Subsector, "44-45", "44-45")]
    [InlineData("481", NaicsLevel.Subsector, "48-49", "48-49")]
    [InlineData("493", NaicsLevel.Subsector, "48-49", "48-49")]
    [InlineData("425", NaicsLevel.Subsector, "42", "42")]
    [InlineData("3111", NaicsLevel.IndustryGroup, "311", "31-33")]
    [InlineData("31111", NaicsLevel.NaicsIndustry, "3111", "31-33")]
    [InlineData("311111", NaicsLevel.NationalIndustry, "31111", "31-33")]
    [InlineData("928120", NaicsLevel.NationalIndustry, "92812", "92")]
    public void Of_Code_HasItsPlaceInTheHierarchy(string code, NaicsLevel level, string? parent, string sector) =>
        Assert.Equal(
            new NaicsCode { Code = code, Title = "Title", Level = level, ParentCode = parent, SectorCode = sector, Version = 2022 },
            NaicsCode.Of(code, "Title"));

    [Theory]
    [InlineData("1")]
    [InlineData("1111111")]
    [InlineData("011")]
    [InlineData("31-32")]
    [InlineData("11-21")]
    [InlineData("31–33")]
    [InlineData("11a")]
    public void CodePattern_NoCode_DoesNotMatch(string text) =>
        Assert.False(new RegularExpressionAttribute(NaicsHierarchy.CodePattern).IsValid(text));
}
