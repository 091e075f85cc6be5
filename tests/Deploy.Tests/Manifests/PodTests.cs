using System.Globalization;
using System.Text.Json.Nodes;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>What every pod of every overlay owes.</summary>
public sealed class PodTests
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromMinutes(5); // ClusterClientOptions' default.
    private static readonly TimeSpan Joining = TimeSpan.FromMinutes(1);

    /// <summary>What a heap is meant to have of the limit, in bytes: docs/operations.md, "Memory".</summary>
    internal const long MemoryPerHeap = 256L << 20;

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Pods_EachOne_HasNoRights(string overlay) => Assert.All(await PodsAsync(overlay), owner =>
    {
        var pod = owner.Pod!;
        Assert.False(pod["automountServiceAccountToken"]!.GetValue<bool>());
        Assert.Null(pod["serviceAccountName"]);
        Assert.Null(pod["hostNetwork"]);
        Assert.True(Manifest.At(pod, "securityContext/runAsNonRoot")!.GetValue<bool>());
        Assert.NotEqual(0, Manifest.At(pod, "securityContext/runAsUser")!.GetValue<int>());
        Assert.Equal("RuntimeDefault", Manifest.At(pod, "securityContext/seccompProfile/type")!.ToString());
        Assert.DoesNotContain(Manifest.Items(pod["volumes"]), volume => volume["hostPath"] is not null);
        Assert.All(Containers(owner), container =>
        {
            var security = container["securityContext"]!;
            Assert.True(security["readOnlyRootFilesystem"]!.GetValue<bool>());
            Assert.False(security["allowPrivilegeEscalation"]!.GetValue<bool>());
            Assert.Equal("ALL", Assert.Single(Manifest.Items(Manifest.At(security, "capabilities/drop"))).ToString());
            Assert.Null(Manifest.At(security, "capabilities/add"));
        });
    });

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Namespaces_OfAllThatRuns_AreRestricted(string overlay)
    {
        var objects = await Kustomize.RenderAsync(overlay);
        var restricted = Assert.Single(objects, manifest => manifest.Kind == "Namespace");
        Assert.Equal("restricted", restricted.Json["metadata"]!["labels"]!["pod-security.kubernetes.io/enforce"]!.ToString());
        Assert.All(objects.Where(manifest => manifest.Kind != "Namespace"), manifest => Assert.Equal(restricted.Name, manifest.Text("metadata/namespace")));
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Pods_EachOne_SaysWhatItNeeds(string overlay) => Assert.All(
        (await PodsAsync(overlay)).SelectMany(Containers),
        container =>
        {
            Assert.NotNull(Manifest.At(container, "resources/requests/cpu"));
            Assert.Null(Manifest.At(container, "resources/limits/cpu"));
            Assert.NotNull(Manifest.At(container, "resources/requests/memory"));
            Assert.NotNull(Manifest.At(container, "resources/limits/memory"));
        });

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Pods_EachImage_HasAVersion(string overlay) => Assert.All(
        (await PodsAsync(overlay)).SelectMany(Containers),
        container =>
        {
            var image = container["image"]!.ToString();
            Assert.Matches("^[^:]+:[^:]+$", image);
            Assert.DoesNotMatch(":latest$", image);
        });

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData(Kustomize.Whole)]
    public async Task Secrets_AreReferredTo_AndNeverContained(string overlay)
    {
        var objects = await Kustomize.RenderAsync(overlay);
        Assert.DoesNotContain(objects, manifest => manifest.Kind == "Secret");

        var environment = objects.Where(manifest => manifest.Pod is not null).SelectMany(Containers).SelectMany(container => Manifest.Items(container["env"])).ToArray();
        var secret = environment.Where(variable => IsSecret(variable["name"]!.ToString())).ToArray();
        Assert.NotEmpty(secret);
        Assert.All(secret, variable => Assert.NotNull(Manifest.At(variable, "valueFrom/secretKeyRef/name")));
        Assert.DoesNotContain(
            objects.Where(manifest => manifest.Kind == "ConfigMap").SelectMany(map => ((JsonObject)map.Json["data"]!).Select(entry => entry.Key)),
            IsSecret);
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Pods_OfOurs_KeepTheHeapBelowTheLimit(string overlay)
    {
        Assert.All(await OursAsync(overlay), owner =>
        {
            var container = Assert.Single(Containers(owner));
            Assert.Equal(Manifest.At(container, "resources/requests/memory")!.ToString(), Manifest.At(container, "resources/limits/memory")!.ToString());
            Assert.InRange(Hexadecimal(container, "DOTNET_GCHeapHardLimitPercent"), 50, 80);
        });
    }

    /// <summary>By default there is a heap for each of the node's processors, which may be many more than the pod's memory is meant for.</summary>
    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Pods_OfOurs_HaveAHeapForEachProcessorThatTheyRequest(string overlay)
    {
        Assert.All(await OursAsync(overlay), owner =>
        {
            var container = Assert.Single(Containers(owner));
            var heaps = Hexadecimal(container, "DOTNET_GCHeapCount");
            Assert.Equal(Math.Ceiling(Quantity.Processors(Manifest.At(container, "resources/requests/cpu")!)), heaps);
            Assert.True(Quantity.Bytes(Manifest.At(container, "resources/limits/memory")!) >= heaps * MemoryPerHeap);
            Assert.Equal(1, Hexadecimal(container, "DOTNET_GCNoAffinitize")); // With a count, .NET would otherwise use the node's first processors.
        });
    }

    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Probes_OfWhatServes_AskForDifferentThings(string overlay) => Assert.All(
        await OursAsync(overlay),
        owner =>
        {
            var container = Assert.Single(Containers(owner));
            Assert.Equal("/health/startup", Manifest.At(container, "startupProbe/httpGet/path")!.ToString());
            Assert.Equal("/health/live", Manifest.At(container, "livenessProbe/httpGet/path")!.ToString());
            Assert.Equal("/health/ready", Manifest.At(container, "readinessProbe/httpGet/path")!.ToString());
            var port = owner.Name == "loapi-silo" ? "health" : "http";
            Assert.Contains(Manifest.Items(container["ports"]), opened => opened["name"]!.ToString() == port);
            Assert.All((string[])["startupProbe", "livenessProbe", "readinessProbe"], probe => Assert.Equal(port, Manifest.At(container, $"{probe}/httpGet/port")!.ToString()));
        });

    /// <summary>Whoever is started anew for waiting begins to wait anew, and never says for what.</summary>
    [OverlayTheory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task Probes_OfWhatStarts_LastLongerThanItsOwnPatience(string overlay)
    {
        var pods = await PodsAsync(overlay);
        var silo = Assert.Single(Containers(pods.Single(owner => owner.Name == "loapi-silo")));
        var schema = Manifest.Items(silo["env"]).Single(variable => variable["name"]!.ToString() == "Storage__SchemaTimeout")["value"]!.ToString();
        Assert.True(Patience(silo, "startupProbe") > TimeSpan.Parse(schema, CultureInfo.InvariantCulture) + Joining);

        var frontEnd = Assert.Single(Containers(pods.Single(owner => owner.Name == "loapi-frontend")));
        Assert.DoesNotContain(Manifest.Items(frontEnd["env"]), variable => variable["name"]!.ToString() == "Cluster__ConnectTimeout");
        Assert.True(Patience(frontEnd, "startupProbe") > ConnectTimeout);

        Assert.All((JsonNode[])[silo, frontEnd], container => Assert.True(Patience(container, "livenessProbe") >= TimeSpan.FromMinutes(1)));
        Assert.All((JsonNode[])[silo, frontEnd], container => Assert.True(Patience(container, "readinessProbe") <= TimeSpan.FromSeconds(15)));
    }

    internal static IEnumerable<JsonNode> Containers(Manifest owner) =>
        Manifest.Items(owner.Pod!["containers"]).Concat(Manifest.Items(owner.Pod["initContainers"]));

    /// <summary>The silos and the front ends of an overlay.</summary>
    private static async Task<Manifest[]> OursAsync(string overlay)
    {
        Manifest[] ours = [.. (await PodsAsync(overlay)).Where(owner => owner.Name is "loapi-silo" or "loapi-frontend")];
        Assert.Equal(2, ours.Length);
        return ours;
    }

    internal static async Task<Manifest[]> PodsAsync(string overlay)
    {
        var pods = (await Kustomize.RenderAsync(overlay)).Where(manifest => manifest.Pod is not null).ToArray();
        Assert.Superset(
            new HashSet<string>(["loapi-migration", "loapi-silo", "loapi-frontend", "loapi-firewall"]),
            pods.Select(owner => owner.Name).ToHashSet());
        return pods;
    }

    private static TimeSpan Patience(JsonNode container, string probe) => TimeSpan.FromSeconds(
        Manifest.At(container, $"{probe}/periodSeconds")!.GetValue<int>() * Manifest.At(container, $"{probe}/failureThreshold")!.GetValue<int>());

    // .NET reads numbers in its variables as hexadecimal.
    private static int Hexadecimal(JsonNode container, string name) => int.Parse(
        Manifest.Items(container["env"]).Single(variable => variable["name"]!.ToString() == name)["value"]!.ToString(),
        NumberStyles.HexNumber,
        CultureInfo.InvariantCulture);

    private static bool IsSecret(string name) =>
        name.EndsWith("Key", StringComparison.Ordinal) || name.EndsWith("Dsn", StringComparison.Ordinal) || name.Contains("ConnectionString", StringComparison.Ordinal) || name.Contains("PASSWORD", StringComparison.OrdinalIgnoreCase);
}
