using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoApi.Json;

/// <summary>Reads a <see cref="JsonObjectText"/> from an object that <see cref="FreeJson"/> accepts, and writes it as the JSON that it is.</summary>
public sealed class JsonObjectTextConverter : JsonConverter<JsonObjectText>
{
    /// <inheritdoc/>
    public override JsonObjectText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.ValueKind == JsonValueKind.Object && !FreeJson.Faults(value.RootElement, pointer: "").Any()
            ? JsonObjectText.Of(value.RootElement)
            : throw new JsonException("A JSON object of Unicode text without duplicate members.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JsonObjectText value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Text, skipInputValidation: true);
}
