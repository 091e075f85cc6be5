using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoApi.Json;

/// <summary>Instants as RFC 3339 in UTC with <c>Z</c>, always with six places, so that text order is time order.</summary>
public sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>The one form in which instants are written.</summary>
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDateTimeOffset(out var value) && reader.GetString()!.EndsWith('Z')
            ? value
            : throw new JsonException("An instant of RFC 3339 in UTC, such as \"2027-01-31T15:04:05.123456Z\".");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}
