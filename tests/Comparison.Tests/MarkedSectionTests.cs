using LoApi.Comparison.Reporting;

namespace LoApi.Comparison.Tests;

public sealed class MarkedSectionTests
{
    private const string Page =
        """
        # By people
        <!-- measured by bench/run --part Contenders: do not edit -->
        old
        <!-- end of what was measured -->
        By people too
        <!-- measured by bench/run --part Scaling: do not edit -->
        old
        <!-- end of what was measured -->
        """;

    [Fact]
    public void Replace_PageWithMarks_ChangesOnlyThatPart() => Assert.Equal(
        """
        # By people
        <!-- measured by bench/run --part Contenders: do not edit -->
        old
        <!-- end of what was measured -->
        By people too
        <!-- measured by bench/run --part Scaling: do not edit -->

        new

        <!-- end of what was measured -->
        """,
        MarkedSection.Replace(Page, Part.Scaling, "new\n"));

    [Fact]
    public void Replace_PageWithoutThePartsMarks_Throws() => Assert.Throws<ImpossibleException>(() => MarkedSection.Replace(Page, Part.Connections, "new"));
}
