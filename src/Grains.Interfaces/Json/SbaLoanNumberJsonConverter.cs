using System.Text.Json;
using System.Text.Json.Serialization;
using LoApi.Payoffs;

namespace LoApi.Json;

/// <summary>Accepts a loan number as <c>XXXXXXXX-XX</c> too and reads it in its stored form, ten digits.</summary>
public sealed class SbaLoanNumberJsonConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? SbaLoanNumber.Normalize(text) : null;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
