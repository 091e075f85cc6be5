using System.Text.Json.Nodes;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>A Kubernetes object.</summary>
internal sealed record Manifest(JsonObject Json)
{
    public string Kind => Text("kind");

    public string Name => Text("metadata/name");

    /// <summary>The pod of whatever starts pods; null for anything else.</summary>
    public JsonNode? Pod => At("spec/template/spec");

    public JsonNode? At(string path) => At(Json, path);

    public string Text(string path) => At(path)?.ToString() ?? throw new InvalidOperationException($"{Json["kind"]} {Json["metadata"]?["name"]} has no {path}.");

    public int Number(string path) => At(path)?.GetValue<int>() ?? throw new InvalidOperationException($"{this} has no {path}.");

    public static JsonNode? At(JsonNode? node, string path) =>
        path.Split('/').Aggregate(node, (parent, step) => parent is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : parent?[step]);

    /// <summary>A list's items; none where there is no list.</summary>
    public static IEnumerable<JsonNode> Items(JsonNode? list) => list is JsonArray array ? array.OfType<JsonNode>() : [];

    public override string ToString() => $"{Kind} {Name}";
}
