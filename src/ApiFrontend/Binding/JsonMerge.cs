using System.Text.Json;

namespace LoApi.ApiFrontend.Binding;

/// <summary>
/// JSON Merge Patch (RFC 7396) of a value by an object: members of the patch replace those of the target, objects are
/// merged member by member, and null takes a member away. Neither has a member twice in one object.
/// </summary>
internal static class JsonMerge
{
    /// <summary>Writes the target as the patch leaves it: members that stay keep their place, new ones follow.</summary>
    public static void Write(JsonElement target, JsonElement patch, Utf8JsonWriter writer)
    {
        // By name, so that the cost grows with the sizes of both and not with their product.
        var changes = patch.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        writer.WriteStartObject();
        if (target.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in target.EnumerateObject())
            {
                if (changes.Remove(member.Name, out var change))
                {
                    WriteMember(member.Name, member.Value, change, writer);
                }
                else
                {
                    member.WriteTo(writer);
                }
            }
        }

        foreach (var member in patch.EnumerateObject().Where(member => changes.ContainsKey(member.Name)))
        {
            WriteMember(member.Name, target: default, member.Value, writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteMember(string name, JsonElement target, JsonElement change, Utf8JsonWriter writer)
    {
        switch (change.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Object:
                writer.WritePropertyName(name);
                Write(target, change, writer);
                break;
            default:
                writer.WritePropertyName(name);
                change.WriteTo(writer);
                break;
        }
    }
}
