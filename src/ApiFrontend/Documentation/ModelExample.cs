using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>An example of a model, declared on the route group of its resource; the bodies of all its operations are made of it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Value">As it is read.</param>
/// <param name="Draft">As it is written: without what the server sets, and without what is null.</param>
internal sealed record ModelExample(Type Model, JsonNode Value, JsonNode Draft)
{
    public static ModelExample Of<T>(T value, JsonTypeInfo<T> contract)
    {
        var json = JsonSerializer.SerializeToNode(value, contract)!;
        var draft = json.DeepClone();
        if (draft is JsonObject members)
        {
            foreach (var member in contract.Properties.Where(member => IsReadOnly(member) || members[member.Name] is null))
            {
                members.Remove(member.Name);
            }
        }

        return new(typeof(T), json, draft);
    }

    private static bool IsReadOnly(JsonPropertyInfo member) =>
        member.AttributeProvider?.IsDefined(typeof(ReadOnlyAttribute), inherit: true) == true;
}
