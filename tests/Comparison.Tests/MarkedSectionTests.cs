using LoApi.Comparison.Reporting;

namespace LoApi.Comparison.Tests;

public sealed class MarkedSectionTests
{
    private const string Page =
        """
        # By people
        <!-- measured by bench/run: do not edit -->
        old
        <!-- end of what was measured -->
        By people too
        """;

    [Fact]
    public void Replace_PageWithMarks_ChangesOnlyWhatIsBetween() => Assert.Equal(
        """
        # By people
        <!-- measured by bench/run: do not edit -->

        new

        <!-- end of what was measured -->
        By people too
        """,
        MarkedSection.Replace(Page, "new\n"));

    [Fact]
    public void Replace_PageWithoutMarks_Throws() => Assert.Throws<ImpossibleException>(() => MarkedSection.Replace("# Page", "new"));
}
