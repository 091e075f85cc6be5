using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoApi.Json;

/// <summary>A JSON object of any members.</summary>
/// <remarks>
/// Kept as text in one spelling: no white space, members in the order in which they were sent, numbers digit by digit as
/// they were. For members of models that hold what only the caller understands.
/// </remarks>
/// <param name="Text">The text. It is JSON where it came from <see cref="JsonObjectTextConverter"/>; nobody checks it again.</param>
[GenerateSerializer, Immutable, Alias("json-object"), JsonConverter(typeof(JsonObjectTextConverter))]
public sealed record JsonObjectText([property: Id(0)] string Text)
{
    /// <summary>Its size in bytes of UTF-8.</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(Text);

    /// <summary>The text of an object that <see cref="FreeJson"/> finds nothing wrong with.</summary>
    public static JsonObjectText Of(JsonElement value) =>
        new(Encoding.UTF8.GetString(CanonicalJson.Write(value.WriteTo)));
}
