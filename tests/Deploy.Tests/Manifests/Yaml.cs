using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LoApi.Fixtures;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>YAML as JSON, by the core schema: what is quoted is text, what is plain may be a number.</summary>
internal static partial class Yaml
{
    private const string MergeKey = "<<";

    public static JsonNode ReadFile(string path) => Assert.Single(ReadAll(File.ReadAllText(Repository.File(path))));

    public static IEnumerable<JsonNode> ReadAll(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Select(document => Convert(document.RootNode)!);
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(Entries(mapping).Select(child => KeyValuePair.Create(child.Key, Convert(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlScalarNode { Style: not ScalarStyle.Plain } quoted => JsonValue.Create(quoted.Value),
        YamlScalarNode { Value: null or "" or "null" or "~" } => null,
        YamlScalarNode { Value: "true" } => JsonValue.Create(true),
        YamlScalarNode { Value: "false" } => JsonValue.Create(false),
        YamlScalarNode scalar when Integer().IsMatch(scalar.Value!) => JsonValue.Create(int.Parse(scalar.Value!, CultureInfo.InvariantCulture)),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException($"{node.GetType().Name} at {node.Start}"),
    };

    // What a mapping says itself outranks what it merges in.
    private static IEnumerable<KeyValuePair<string, YamlNode>> Entries(YamlMappingNode mapping) => mapping.Children
        .Where(child => child.Key.ToString() != MergeKey)
        .Select(child => KeyValuePair.Create(child.Key.ToString(), child.Value))
        .Concat(mapping.Children.Where(child => child.Key.ToString() == MergeKey).SelectMany(child => Entries((YamlMappingNode)child.Value)))
        .DistinctBy(child => child.Key);

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,8})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Integer();
}
