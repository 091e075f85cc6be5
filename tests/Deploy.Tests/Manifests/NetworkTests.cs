using System.Text.Json.Nodes;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>Who may talk to whom: the policies, evaluated as Kubernetes does.</summary>
public sealed class NetworkTests
{
    private static readonly string[] Ours = ["migration", "silo", "frontend", "firewall"];

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Policies_OfAllPods_DenyByDefault(string overlay)
    {
        var deny = (await PoliciesAsync(overlay)).Single(policy => policy.Name == "default-deny");
        Assert.Empty((JsonObject)deny.At("spec/podSelector")!);
        Assert.Equal(["Ingress", "Egress"], Manifest.Items(deny.At("spec/policyTypes")).Select(type => type.ToString()));
        Assert.Null(deny.At("spec/ingress"));
        Assert.Null(deny.At("spec/egress"));
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Policies_EveryRule_NamesPeersAndPorts(string overlay) => Assert.All(
        await PoliciesAsync(overlay),
        policy => Assert.All(
            Manifest.Items(policy.At("spec/ingress")).Concat(Manifest.Items(policy.At("spec/egress"))),
            rule =>
            {
                var peers = Manifest.Items(rule["from"] ?? rule["to"]).ToArray();
                Assert.NotEmpty(peers);
                Assert.All(peers, peer => Assert.NotEqual("{}", peer.ToJsonString()));
                Assert.All(peers, peer => Assert.NotEqual("0.0.0.0/0", Manifest.At(peer, "ipBlock/cidr")?.ToString()));
                Assert.NotEmpty(Manifest.Items(rule["ports"]));
                Assert.All(Manifest.Items(rule["ports"]), port => Assert.NotNull(port["port"]));
            }));

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Policies_AmongOurs_AllowThesePortsAndNoOthers(string overlay)
    {
        var policies = await PoliciesAsync(overlay);
        string[] allowed =
        [
            .. from source in Ours
               from target in Ours
               from port in (int[])[8080, 8081, 8082, 11111, 30000]
               where Allows(policies, source, target, port)
               select $"{source} -> {target}:{port}",
        ];
        Assert.Equal(["silo -> silo:11111", "frontend -> silo:30000", "firewall -> frontend:8080"], allowed);
    }

    [OverlayTheory]
    [InlineData("dev", "firewall: DNS; frontend: 5432, DNS; migration: 5432, DNS; silo: 5432, DNS")]
    [InlineData("production", "firewall: DNS; frontend: 5432, DNS; migration: 5432, DNS; silo: 5432, DNS")]
    public async Task Policies_ToWhatIsOutside_AreTheseDependencies(string overlay, string expected)
    {
        var policies = (await PoliciesAsync(overlay)).Where(policy => policy.Name.StartsWith("to-", StringComparison.Ordinal)).ToArray();
        var dependencies = Ours.Order(StringComparer.Ordinal).Select(component => component + ": " + string.Join(", ", policies
            .Where(policy => Selects(policy.At("spec/podSelector"), component))
            .SelectMany(policy => Manifest.Items(policy.At("spec/egress")).SelectMany(rule => Manifest.Items(rule["ports"])))
            .Select(port => port["port"]!.ToString() == "53" ? "DNS" : port["port"]!.ToString())
            .Distinct()
            .Order(StringComparer.Ordinal)));
        Assert.Equal(expected, string.Join("; ", dependencies));
    }

    private static async Task<Manifest[]> PoliciesAsync(string overlay) =>
        [.. (await Kustomize.RenderAsync(overlay)).Where(manifest => manifest.Kind == "NetworkPolicy")];

    /// <summary>Both ends have to allow it.</summary>
    private static bool Allows(Manifest[] policies, string source, string target, int port) =>
        policies.Any(policy => Selects(policy.At("spec/podSelector"), source) && Has(policy.At("spec/egress"), "to", target, port))
        && policies.Any(policy => Selects(policy.At("spec/podSelector"), target) && Has(policy.At("spec/ingress"), "from", source, port));

    private static bool Has(JsonNode? rules, string direction, string component, int port) => Manifest.Items(rules).Any(rule =>
        Manifest.Items(rule[direction]).Any(peer => peer["namespaceSelector"] is null && peer["podSelector"] is { } pods && Selects(pods, component))
        && Manifest.Items(rule["ports"]).Any(allowed => allowed["port"]!.ToString() == $"{port}"));

    private static bool Selects(JsonNode? selector, string component)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["app.kubernetes.io/name"] = "loapi",
            ["app.kubernetes.io/component"] = component,
        };
        var equal = selector?["matchLabels"] is not JsonObject wanted
            || wanted.All(label => labels.TryGetValue(label.Key, out var value) && value == label.Value!.ToString());
        return equal && Manifest.Items(selector?["matchExpressions"]).All(expression =>
        {
            Assert.Equal("In", expression["operator"]!.ToString());
            return labels.TryGetValue(expression["key"]!.ToString(), out var value)
                && Manifest.Items(expression["values"]).Any(one => one.ToString() == value);
        });
    }
}
