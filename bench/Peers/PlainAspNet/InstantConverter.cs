using System.Text.Json;
using System.Text.Json.Serialization;
using LoApi.PlainAspNet.Storage;

namespace LoApi.PlainAspNet;

/// <summary>Instants as RFC 3339 in UTC, with six places.</summary>
internal sealed class InstantConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTime();

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Instant.Text(value));
}
