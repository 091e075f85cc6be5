using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LoApi.Json;

/// <summary>JSON in one spelling: what requests are recognised by, however they were written.</summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = LoApiJson.Models.Options.Encoder };

    /// <summary>A model without its members that are null: a member left out and one that is null mean the same.</summary>
    public static byte[] Of<T>(T model)
        where T : class =>
        Of(JsonSerializer.SerializeToElement(model, (JsonTypeInfo<T>)LoApiJson.Sparse.GetTypeInfo(typeof(T))!));

    /// <summary>A value with the members of its objects in order and without white space.</summary>
    public static byte[] Of(JsonElement value) => Write(writer => WriteSorted(value, writer));

    /// <summary>What is written, without white space, escaped only where JSON asks for it.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Relaxed);
        write(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteSorted(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    WriteSorted(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    WriteSorted(item, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
