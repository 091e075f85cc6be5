using System.Text.Json.Nodes;
using LoApi.Fixtures;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>The cluster on one machine is told what the cluster on many is told.</summary>
public sealed class ComposeTests
{
    private static readonly JsonNode Compose = Yaml.ReadFile("deploy/compose/compose.yaml");

    public static TheoryData<string> Ours => ["migration", "silo-1", "silo-2", "frontend"];

    [Theory]
    [MemberData(nameof(Ours))]
    public void Services_OfOurs_HaveNoRights(string name)
    {
        var service = Service(name);
        Assert.True(service["read_only"]!.GetValue<bool>());
        Assert.Equal("1654:1654", service["user"]!.ToString());
        Assert.Equal("ALL", Assert.Single(Manifest.Items(service["cap_drop"])).ToString());
    }

    [Theory]
    [MemberData(nameof(Ours))]
    public void Services_OfOurs_WaitForDatabaseOrMigration(string name)
    {
        var conditions = ((JsonObject)Service(name)["depends_on"]!).ToDictionary(entry => entry.Key, entry => entry.Value!["condition"]!.ToString());
        Assert.Equal(
            name == "migration"
                ? new() { ["postgresql"] = "service_healthy", ["oracle"] = "service_healthy" }
                : new Dictionary<string, string>(StringComparer.Ordinal) { ["migration"] = "service_completed_successfully" },
            conditions);
    }

    [Fact]
    public void Databases_AreChosen_ByProfile()
    {
        Assert.Equal("postgresql", Assert.Single(Manifest.Items(Service("postgresql")["profiles"])).ToString());
        Assert.Equal("oracle", Assert.Single(Manifest.Items(Service("oracle")["profiles"])).ToString());
        Assert.Contains("COMPOSE_PROFILES=postgresql", File.ReadLines(Repository.File("deploy/compose/.env")));
        Assert.Contains("COMPOSE_PROFILES=oracle", File.ReadLines(Repository.File("deploy/compose/oracle.env")));
    }

    [Fact]
    public void Silos_TimeToEnd_IsLongerThanTheirOwn()
    {
        var own = TimeSpan.Parse(Service("silo-1")["environment"]!["Silo__ShutdownTimeout"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(int.Parse(Service("silo-1")["stop_grace_period"]!.ToString().TrimEnd('s'), System.Globalization.CultureInfo.InvariantCulture) >= own.TotalSeconds + 15);
    }

    [Theory]
    [InlineData("silo-1")]
    [InlineData("silo-2")]
    [InlineData("frontend")]
    public void Services_WithAMemoryLimit_HaveAHeapPerPartOfIt(string name)
    {
        var environment = Service(name)["environment"]!;
        var heaps = int.Parse(environment["DOTNET_GCHeapCount"]!.ToString(), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(Quantity.Bytes(Service(name)["mem_limit"]!) >= heaps * PodTests.MemoryPerHeap);
    }

    [Fact]
    public void Silos_Addresses_AreTheirOwn() => Assert.All((string[])["silo-1", "silo-2"], name =>
        Assert.Equal(Manifest.At(Service(name), "networks/cluster/ipv4_address")!.ToString(), Service(name)["environment"]!["Silo__AdvertisedAddress"]!.ToString()));

    [OverlayTheory]
    [InlineData("silo-1", "loapi-silo")]
    [InlineData("frontend", "loapi-frontend")]
    [InlineData("migration", "loapi-migration")]
    public async Task Services_Settings_AreThoseOfKubernetes(string name, string pod)
    {
        var objects = await Kustomize.RenderAsync("production");
        var owner = objects.Single(manifest => manifest.Pod is not null && manifest.Name == pod);
        var expected = ContainerEnvironment.Of(objects, owner).Keys
            .Except(["POD_NAME", "Http__TrustedProxies__0"]); // Nothing stands before it there.
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            ((JsonObject)Service(name)["environment"]!).Select(variable => variable.Key).Order(StringComparer.Ordinal));
    }

    private static JsonNode Service(string name) => Compose["services"]![name]!;
}
