using System.Text.Json.Nodes;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>The environment that a manifest gives its container, put together as Kubernetes does.</summary>
internal static class ContainerEnvironment
{
    /// <summary>
    /// Name and value. What only a cluster knows stands as <c>{secret:name/key}</c> and <c>{field:path}</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyCollection<Manifest> objects, Manifest owner)
    {
        var container = Assert.Single(Manifest.Items(owner.Pod!["containers"]));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in Manifest.Items(container["envFrom"]))
        {
            var name = Manifest.At(source, "configMapRef/name")!.ToString();
            foreach (var (key, value) in (JsonObject)objects.Single(manifest => manifest.Kind == "ConfigMap" && manifest.Name == name).Json["data"]!)
            {
                environment[key] = value!.ToString();
            }
        }

        foreach (var variable in Manifest.Items(container["env"]))
        {
            environment[variable["name"]!.ToString()] = Value(variable, environment);
        }

        return environment;
    }

    private static string Value(JsonNode variable, Dictionary<string, string> before)
    {
        if (Manifest.At(variable, "valueFrom/secretKeyRef") is { } secret)
        {
            return $"{{secret:{secret["name"]}/{secret["key"]}}}";
        }

        if (Manifest.At(variable, "valueFrom/fieldRef/fieldPath") is { } field)
        {
            return $"{{field:{field}}}";
        }

        return before.Aggregate(variable["value"]!.ToString(), (text, known) => text.Replace($"$({known.Key})", known.Value, StringComparison.Ordinal));
    }
}
