using LoApi.Comparison.Databases;
using LoApi.Comparison.Measures;
using LoApi.Comparison.Reporting;

namespace LoApi.Comparison.Tests;

public sealed class ScalingSectionTests
{
    private readonly string _section = new ScalingSection(new Results
    {
        Scaled =
        {
            new(DatabaseKind.Sqlite, 1_000, new(1, 12, 1.1), new(2, 12, 2.2), new(0.4, 0.2), new(0.5, 0.2), BytesPerGrain: null),
            new(DatabaseKind.Sqlite, 1_000_000, new(1.5, 10_000, 1.81), new(3.1, 10_000, 3.1), new(0.8, 0.2), new(0.5, 0.2), 2_048),
        },
    }).Markdown();

    [Fact]
    public void Markdown_FarPages_AreBoldBeyondTheAim() =>
        Assert.Contains("| Sqlite, 1,000,000 | 1.50 | 1.81 (page 10,000) | **1.21 times** | 3.10 | 3.10 (page 10,000) | 1.00 times |", _section, StringComparison.Ordinal);

    [Fact]
    public void Markdown_MostRows_AreHeldAgainstTheFewest() =>
        Assert.Contains("| Sqlite, 1,000,000 against 1,000 | 1.50 | **1.55** | **2.00** | 1.00 | 1.00 | 1.00 |", _section, StringComparison.Ordinal);

    [Fact]
    public void Markdown_HeapPerGrain_IsSaidWhereItWasMeasured()
    {
        Assert.Contains("| Sqlite, 1,000 | 0.40 | 0.20 | 0.50 | 0.20 |  |", _section, StringComparison.Ordinal);
        Assert.Contains("| Sqlite, 1,000,000 | 0.80 | 0.20 | 0.50 | 0.20 | 2.0 KiB |", _section, StringComparison.Ordinal);
    }
}
