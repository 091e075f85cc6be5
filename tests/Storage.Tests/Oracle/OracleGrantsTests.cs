using System.Text.RegularExpressions;
using LoApi.Fixtures;

namespace LoApi.Storage.Tests.Oracle;

/// <summary>The table of grants of docs/oracle.md, by which a DBA sets up the service's account.</summary>
public sealed partial class OracleGrantsTests
{
    // Oracle's own; and the migration's, which runs as the owner of the schema.
    private static readonly string[] NotGranted = ["DUAL", "MIGRATION_LOCK"];

    [Fact]
    public void Grants_OfTheService_NameAllThatItsStatementsTouch()
    {
        var page = File.ReadAllText(Repository.File("docs/oracle.md"));
        var grants = page[page.IndexOf("| Tables |", StringComparison.Ordinal)..page.IndexOf("## Views in the place of tables", StringComparison.Ordinal)];
        var granted = Quoted().Matches(grants).Select(name => name.Groups["name"].Value.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        var touched = Touched().Matches(File.ReadAllText(Repository.File("tests/Storage.Tests/Oracle/oracle-statements.sql")))
            .Select(name => name.Groups["name"].Value.ToUpperInvariant())
            .ToHashSet(StringComparer.Ordinal);
        Assert.Contains("PAYOFF", touched);
        Assert.Empty(touched.Except(granted).Except(NotGranted).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("`(?<name>[A-Za-z_]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(FROM|JOIN|INTO|UPDATE(?! SET\b))\s+(?<name>[A-Za-z_]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Touched();
}
