using System.Data.Common;
using System.Reflection;
using LoApi.Silo;
using Microsoft.Extensions.Configuration;
using Orleans.Runtime.MembershipService;

namespace LoApi.ApiFrontend.Tests.Cluster;

/// <summary>What Orleans' membership is told of the database that LoApi has.</summary>
public sealed class MembershipDatabaseTests
{
    /// <summary>Which driver Orleans loads for which name: it refuses any other name.</summary>
    private static IReadOnlyDictionary<string, List<Tuple<string, string>>> Drivers =>
        (IReadOnlyDictionary<string, List<Tuple<string, string>>>)typeof(AdoNetClusteringTable).Assembly.GetTypes()
            .Single(type => type.Name == "DbConnectionFactory")
            .GetField("providerFactoryTypeMap", BindingFlags.Static | BindingFlags.NonPublic)!
            .GetValue(null)!;

    [Theory]
    [InlineData("PostgreSql", "Host=127.0.0.1;Username=loapi;Database=loapi", "Npgsql")]
    [InlineData("Oracle", "User Id=loapi;Password=none;Data Source=//127.0.0.1:1521/FREEPDB1", "Oracle.ManagedDataAccess")]
    public void Read_OfEachServer_NamesItAsOrleansDoes(string provider, string connectionString, string driver)
    {
        var database = Read(provider, connectionString);

        Assert.Equal(driver, Assert.Single(Drivers[database.Invariant]).Item1);
    }

    [Fact]
    public void Read_OfOracle_BoundsThePoolAndTheWait()
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = Read("Oracle", "User Id=loapi;Data Source=db;Max Pool Size=100").ConnectionString };

        Assert.Equal(("8", "5", "loapi", "db"), (settings["Max Pool Size"], settings["Connection Timeout"], settings["User Id"], settings["Data Source"]));
    }

    [Fact]
    public void Read_OfPostgreSql_BoundsThePoolAndEveryWait()
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = Read("PostgreSql", "Host=db;Maximum Pool Size=100").ConnectionString };

        Assert.Equal(
            ("8", "5", "10", "db", "loapi-membership"),
            (settings["Maximum Pool Size"], settings["Timeout"], settings["Command Timeout"], settings["Host"], settings["Application Name"]));
    }

    private static MembershipDatabase Read(string provider, string connectionString) => MembershipDatabase.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Provider"] = provider, ["Storage:ConnectionString"] = connectionString })
        .Build());
}
