using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoApi.Json;

/// <summary>
/// An enumeration as its <see cref="Code{TEnum}"/>. Unlike <see cref="JsonStringEnumConverter{TEnum}"/> it takes neither
/// numbers, nor another case, nor a list such as <c>full,partial</c>, which that one reads as the sum of its parts.
/// </summary>
public sealed class CodeJsonConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    /// <inheritdoc/>
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Code<TEnum>.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"One of {string.Join(", ", Code<TEnum>.All)}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Code<TEnum>.Of(value));
}
