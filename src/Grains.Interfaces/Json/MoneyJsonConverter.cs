using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace LoApi.Json;

/// <summary>Money as a JSON string of a decimal with exactly two places, such as <c>"125000.00"</c>; never a float.</summary>
public sealed partial class MoneyJsonConverter : JsonConverter<decimal>
{
    /// <summary>At most thirteen digits before the point, as the database holds them; no sign.</summary>
    public const string Pattern = "^(?:0|[1-9][0-9]{0,12})\\.[0-9]{2}$";

    /// <inheritdoc/>
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return text is not null
            && Format().IsMatch(text)
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw new JsonException("A string of a decimal with two places, such as \"125000.00\".");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("0.00", CultureInfo.InvariantCulture));

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Format();
}
