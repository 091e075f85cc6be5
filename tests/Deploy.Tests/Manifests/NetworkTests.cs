using System.Text.Json.Nodes;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>Who may talk to whom: the policies, evaluated as Kubernetes does.</summary>
public sealed class NetworkTests
{
    private static readonly string[] Ours = ["migration", "silo", "frontend", "firewall"];

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    [InlineData(Kustomize.Whole)]
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
    [InlineData(Kustomize.Whole)]
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
                Assert.All(Manifest.Items(rule["ports"]), port => Assert.Null(port["endPort"]));
            }));

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    [InlineData(Kustomize.Whole)]
    public async Task Policies_AmongOurs_AllowThesePortsAndNoOthers(string overlay)
    {
        var policies = await PoliciesAsync(overlay);
        string[] allowed =
        [
            .. from source in Ours
               from target in Ours
               from port in (int[])[8080, 8081, 8082, 8090, 11111, 30000]
               where Allows(policies, source, target, port)
               select $"{source} -> {target}:{port}",
        ];
        Assert.Equal(["silo -> silo:11111", "frontend -> silo:30000", "firewall -> frontend:8080"], allowed);
    }

    /// <summary>Peers in other namespaces and outside: one way in, and no way out but to what stands here.</summary>
    [OverlayTheory]
    [InlineData("dev", Database.Here, "")]
    [InlineData("production", Database.Outside, "")]
    [InlineData("production+dashboard", Database.Outside, "")]
    [InlineData("production+to-otlp", Database.Outside, "frontend -> opentelemetry-collector in observability:4318; silo -> opentelemetry-collector in observability:4318")]
    [InlineData("production+to-datadog", Database.Outside, "frontend -> 198.51.100.16/28:443; silo -> 198.51.100.16/28:443")]
    [InlineData("production+to-sentry", Database.Outside, "frontend -> 198.51.100.32/28:443; silo -> 198.51.100.32/28:443")]
    [InlineData("production+to-identity-provider", Database.Outside, "frontend -> 198.51.100.48/28:443")]
    public async Task Policies_WithWhatIsElsewhere_AllowTheseAndNoOthers(string overlay, string database, string components)
    {
        var policies = await PoliciesAsync(overlay);
        string[] dependencies =
        [
            .. Ours.SelectMany(component => (string[])[$"{component} -> kube-dns in kube-system:53", .. component == "firewall" ? [] : (string[])[$"{component} -> {database}:5432"]]),
            .. components.Split("; ", StringSplitOptions.RemoveEmptyEntries),
        ];
        Assert.Equal(
            dependencies.Order(StringComparer.Ordinal),
            Elsewhere(policies, "egress", "to").Select(rule => $"{rule.Component} -> {rule.Peer}:{rule.Port}").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["all in loapi/ingress=true -> firewall:8080"],
            Elsewhere(policies, "ingress", "from").Select(rule => $"{rule.Peer} -> {rule.Component}:{rule.Port}"));
    }

    private static class Database
    {
        public const string Here = "loapi-database in this";
        public const string Outside = "192.0.2.0/28";
    }

    /// <summary>What rules for our pods say of peers that are none of ours, peer by peer and port by port.</summary>
    private static IEnumerable<(string Component, string Peer, string Port)> Elsewhere(Manifest[] policies, string rules, string direction) =>
        from component in Ours
        from policy in policies
        where Selects(policy.At("spec/podSelector"), component)
        from rule in Manifest.Items(policy.At($"spec/{rules}"))
        from peer in Manifest.Items(rule[direction])
        where peer["namespaceSelector"] is not null || peer["ipBlock"] is not null || !Ours.Any(ours => Selects(peer["podSelector"], ours))
        from port in Manifest.Items(rule["ports"])
        select (component, Peer(peer), port["port"]!.ToString());

    private static string Peer(JsonNode peer) => Manifest.At(peer, "ipBlock/cidr")?.ToString()
        ?? $"{(peer["podSelector"] is { } pods ? Names(pods) : "all")} in {(peer["namespaceSelector"] is { } namespaces ? Names(namespaces) : "this")}";

    // By the label that is a name, by the other's name and value where it is none.
    private static string Names(JsonNode selector)
    {
        Assert.Null(selector["matchExpressions"]);
        return selector["matchLabels"] is JsonObject labels
            ? string.Join(',', labels.Select(label => label.Key is "kubernetes.io/metadata.name" or "app.kubernetes.io/name" or "k8s-app" ? label.Value!.ToString() : $"{label.Key}={label.Value}"))
            : "all";
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
