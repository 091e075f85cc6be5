using System.Reflection;
using System.Text.RegularExpressions;
using LoApi.Storage.Dialects;
using LoApi.Storage.Migrations;
using LoApi.Storage.Tests.Dialects;
using Orleans.Runtime.MembershipService;

namespace LoApi.Storage.Tests.Cluster;

/// <summary>The rows of <c>OrleansQuery</c> that the migrations write, held against what the provider of this version asks for.</summary>
public sealed partial class MembershipQueryTests
{
    private const BindingFlags OfInstances = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    public static TheoryData<StorageProvider> Providers => [StorageProvider.PostgreSql, StorageProvider.Oracle];

    private static Type Queries => typeof(AdoNetClusteringTable).Assembly.GetTypes().Single(type => type.Name == "DbStoredQueries");

    [Theory]
    [MemberData(nameof(Providers))]
    public void Keys_OfEachDatabase_AreTheOnesThatTheProviderAsksFor(StorageProvider provider)
    {
        string[] asked = [.. Queries.GetProperties(OfInstances).Select(property => property.Name).Order(StringComparer.Ordinal)];
        Assert.Contains("CleanupDefunctSiloEntriesKey", asked);
        Assert.Equal(asked, Written(provider).Select(query => query.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Parameters_OfEachQuery_AreOnesThatTheProviderBinds(StorageProvider provider)
    {
        var bound = Queries.GetNestedType("Columns", BindingFlags.NonPublic)!.GetProperties(OfInstances).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var used = Written(provider).SelectMany(query => Parameter().Matches(query.Text).Select(match => match.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.True(used.Count > 10, "The parameters were not found.");
        Assert.Subset(bound, used);
    }

    [Fact]
    public void Keys_InSqlite_AreNone() => Assert.Empty(Written(StorageProvider.Sqlite));

    [Fact]
    public void Functions_OfOracle_CommitOnlyWhatChangedAMember()
    {
        string[] functions = [.. Statements(StorageProvider.Oracle).Where(statement => statement.StartsWith("CREATE OR REPLACE FUNCTION", StringComparison.Ordinal))];
        Assert.Equal(3, functions.Length);
        Assert.All(functions, function =>
        {
            Assert.EndsWith("END;", function, StringComparison.Ordinal);

            // A version that was raised is taken back unless a member changed with it: each statement is judged at once.
            var statements = Regex.Count(function, @"\n  UPDATE ", RegexOptions.None, TimeSpan.FromSeconds(1));
            Assert.Equal(statements, Regex.Count(function, @";\n  IF SQL%ROWCOUNT = 0 THEN\n    ROLLBACK;\n    RETURN 0;\n  END IF;", RegexOptions.None, TimeSpan.FromSeconds(1)));
            Assert.Single(Regex.Matches(function, "COMMIT;", RegexOptions.None, TimeSpan.FromSeconds(1)));
        });
    }

    private static IEnumerable<string> Statements(StorageProvider provider) => Migration.All.SelectMany(migration => migration.Statements(Dialect(provider)));

    private static IEnumerable<(string Key, string Text)> Written(StorageProvider provider) => Statements(provider)
        .Select(statement => Query().Match(statement))
        .Where(match => match.Success)
        .Select(match => (match.Groups["key"].Value, match.Groups["text"].Value));

    private static IDialect Dialect(StorageProvider provider) => provider switch
    {
        StorageProvider.Oracle => FakeOracle.Dialect(),
        StorageProvider.PostgreSql => new PostgreSqlDialect(new() { Provider = provider, ConnectionString = "Host=x" }),
        _ => new SqliteDialect(new() { ConnectionString = "Data Source=x" }),
    };

    [GeneratedRegex(@"^INSERT INTO OrleansQuery \(QueryKey, QueryText\)\s+VALUES \('(?<key>\w+)', '(?<text>[^']+)'\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Query();

    [GeneratedRegex(@"(?<![:@])[:@](?<name>[A-Za-z]\w*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
