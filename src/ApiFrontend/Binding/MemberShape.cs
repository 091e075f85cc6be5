using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LoApi.Errors;
using LoApi.Json;

namespace LoApi.ApiFrontend.Binding;

/// <summary>What a member of a model looks like in JSON.</summary>
internal sealed class MemberShape
{
    private static readonly ConcurrentDictionary<JsonPropertyInfo, MemberShape> Shapes = new();

    private readonly JsonSerializerOptions _options;
    private readonly Type _type;

    private MemberShape(JsonPropertyInfo member)
    {
        _options = member.Options;
        _type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        (Kind, Violation, Expectation) = Describe(member.Options.GetTypeInfo(_type));
        IsFree = _type == typeof(JsonObjectText);
    }

    /// <summary>The kind of JSON value; <see cref="JsonValueKind.True"/> stands for both booleans.</summary>
    public JsonValueKind Kind { get; }

    /// <summary>Whether it is an object that no model describes.</summary>
    public bool IsFree { get; }

    /// <summary>The code of a value of the right kind that is not accepted.</summary>
    public string Violation { get; }

    /// <summary>What is expected, for the caller's engineer.</summary>
    public string Expectation { get; }

    public static MemberShape Of(JsonPropertyInfo member) => Shapes.GetOrAdd(member, static info => new(info));

    /// <summary>Whether a value of the right kind can be read.</summary>
    public bool Accepts(JsonElement value)
    {
        try
        {
            _ = value.Deserialize(_options.GetTypeInfo(_type));
            return true;
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException)
        {
            return false; // InvalidOperationException: text with an unpaired surrogate.
        }
    }

    private static (JsonValueKind Kind, string Violation, string Expectation) Describe(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            return (JsonValueKind.Object, ProblemCode.WrongType, "A JSON object.");
        }

        if (type.Type.IsEnum)
        {
            return (JsonValueKind.String, ProblemCode.InvalidValue, $"One of {string.Join(", ", EnumCodes.Of(type.Type))}.");
        }

        return type.Type switch
        {
            var t when t == typeof(JsonObjectText) => (JsonValueKind.Object, ProblemCode.WrongType, "A JSON object."),
            var t when t == typeof(bool) => (JsonValueKind.True, ProblemCode.WrongType, "true or false."),
            var t when t == typeof(long) || t == typeof(int) => (JsonValueKind.Number, ProblemCode.InvalidFormat, "A whole number."),
            var t when t == typeof(decimal) => (JsonValueKind.String, ProblemCode.InvalidFormat, "A string of a decimal with two places and at most thirteen before the point, such as \"125000.00\"."),
            var t when t == typeof(DateOnly) => (JsonValueKind.String, ProblemCode.InvalidFormat, "A date as YYYY-MM-DD."),
            var t when t == typeof(DateTimeOffset) => (JsonValueKind.String, ProblemCode.InvalidFormat, "An instant in UTC, such as \"2027-01-31T15:04:05.123456Z\"."),
            var t when t == typeof(Guid) => (JsonValueKind.String, ProblemCode.InvalidFormat, "A UUID."),
            _ => (JsonValueKind.String, ProblemCode.InvalidFormat, "A string of Unicode text."),
        };
    }
}
