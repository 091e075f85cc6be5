using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LoApi.ApiFrontend.Tests.Contract;

/// <summary>
/// Holds JSON against the schemas of an OpenAPI 3.1 document (JSON Schema 2020-12). Knows the keywords that the document
/// uses and stops at any other, so that nothing goes unchecked. Strict: a member that no schema names is a fault.
/// </summary>
internal sealed class SchemaValidator(JsonElement document)
{
    private static readonly HashSet<string> Annotations =
        ["description", "title", "default", "example", "examples", "readOnly", "deprecated"];

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a value, each with its JSON pointer; empty where nothing is.</summary>
    public IReadOnlyList<string> Validate(JsonElement schema, JsonElement value)
    {
        var faults = new List<string>();
        Validate(schema, value, "", faults);
        return faults;
    }

    /// <summary>What a local reference names; the element itself where it is none.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        while (element.TryGetProperty("$ref", out var reference))
        {
            element = reference.GetString()!.Split('/')[1..].Aggregate(document, (parent, name) => parent.GetProperty(name));
        }

        return element;
    }

    private void Validate(JsonElement schema, JsonElement value, string pointer, List<string> faults)
    {
        schema = Resolve(schema);
        foreach (var keyword in schema.EnumerateObject())
        {
            var fault = keyword.Name switch
            {
                "type" => Types(keyword.Value).Any(type => Is(type, value)) ? null : $"is no {keyword.Value}",
                "enum" => keyword.Value.EnumerateArray().Any(known => JsonElement.DeepEquals(known, value)) ? null : $"is none of {keyword.Value}",
                "pattern" => value.ValueKind != JsonValueKind.String || Pattern(keyword.Value.GetString()!).IsMatch(value.GetString()!) ? null : $"does not match {keyword.Value}",
                "format" => value.ValueKind != JsonValueKind.String || HasFormat(keyword.Value.GetString()!, value.GetString()!) ? null : $"is no {keyword.Value}",
                "minLength" => value.ValueKind != JsonValueKind.String || Length(value) >= keyword.Value.GetInt32() ? null : "is too short",
                "maxLength" => value.ValueKind != JsonValueKind.String || Length(value) <= keyword.Value.GetInt32() ? null : "is too long",
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= keyword.Value.GetDecimal() ? null : "is too small",
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= keyword.Value.GetDecimal() ? null : "is too large",
                "oneOf" => keyword.Value.EnumerateArray().Count(choice => Validate(choice, value).Count == 0) == 1 ? null : Choices(keyword.Value, value),
                "required" => Missing(keyword.Value, value) is { Length: > 0 } missing ? $"lacks {missing}" : null,
                "items" => ValidateItems(keyword.Value, value, pointer, faults),
                "properties" => ValidateMembers(schema, value, pointer, faults),
                "additionalProperties" => null, // With properties, or where there are none.
                _ when Annotations.Contains(keyword.Name) || keyword.Name.StartsWith("x-", StringComparison.Ordinal) => null,
                _ => throw new NotSupportedException($"The schema has '{keyword.Name}', which SchemaValidator does not know: teach it."),
            };
            if (fault is not null)
            {
                faults.Add($"{(pointer.Length == 0 ? "(root)" : pointer)} {fault}");
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDecimal() % 1 == 0,
        _ => throw new NotSupportedException($"There is no type '{type}'."),
    };

    private static bool HasFormat(string format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,7})?Z$").IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "int32" or "int64" => true, // Of a number that is written as one; text has no such format.
        _ => throw new NotSupportedException($"The schema has the format '{format}', which SchemaValidator does not know: teach it."),
    };

    private static Regex Pattern(string pattern) => Patterns.GetOrAdd(
        pattern, text => new Regex(text, RegexOptions.ECMAScript | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    private static int Length(JsonElement value) => value.GetString()!.EnumerateRunes().Count();

    private static string Missing(JsonElement required, JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? string.Join(", ", required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
        : "";

    private string Choices(JsonElement choices, JsonElement value) =>
        $"is not exactly one of its choices: {string.Join(" / ", choices.EnumerateArray().Select(choice => string.Join(", ", Validate(choice, value))))}";

    private string? ValidateItems(JsonElement items, JsonElement value, string pointer, List<string> faults)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                Validate(items, item, $"{pointer}/{index}", faults);
            }
        }

        return null;
    }

    private string? ValidateMembers(JsonElement schema, JsonElement value, string pointer, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var known = schema.GetProperty("properties");
        foreach (var member in value.EnumerateObject())
        {
            if (known.TryGetProperty(member.Name, out var declared))
            {
                Validate(declared, member.Value, $"{pointer}/{member.Name}", faults);
            }
            else if (!schema.TryGetProperty("additionalProperties", out var others) || others.ValueKind == JsonValueKind.False)
            {
                faults.Add($"{pointer}/{member.Name} is not declared");
            }
        }

        return null;
    }
}
