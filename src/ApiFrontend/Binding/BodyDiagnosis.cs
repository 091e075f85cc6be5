using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LoApi.Errors;
using LoApi.Json;

namespace LoApi.ApiFrontend.Binding;

/// <summary>
/// Finds everything that is wrong with a body that could not be read at once, and reads the rest of it. The members that
/// are sound are written out again and read as the model.
/// </summary>
internal sealed class BodyDiagnosis
{
    /// <summary>Errors told at most; a body of nothing but errors must not be answered by something larger still.</summary>
    private const int MaxErrors = 100;

    private readonly ImmutableArray<MemberError>.Builder _errors = ImmutableArray.CreateBuilder<MemberError>();
    private readonly Utf8JsonWriter _sound;

    private BodyDiagnosis(Utf8JsonWriter sound) => _sound = sound;

    /// <summary>Reads what is sound as the model, and tells what is wrong with it and with the rest.</summary>
    public static ParsedBody<T> Of<T>(JsonElement body, JsonTypeInfo<T> contract)
        where T : class
    {
        var sound = Sift(body, contract);
        var draft = JsonSerializer.Deserialize(sound.Json.Span, contract)!;
        return new(draft, Validate(draft, sound.Errors));
    }

    /// <summary>Parts the members that have the form of the model from those that have not.</summary>
    public static SoundBody Sift<T>(JsonElement body, JsonTypeInfo<T> contract)
        where T : class
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        var diagnosis = new BodyDiagnosis(writer);
        if (body.ValueKind == JsonValueKind.Object)
        {
            diagnosis.Object(body, contract, pointer: "");
        }
        else
        {
            diagnosis.Add("", ProblemCode.WrongType, "A JSON object.");
            writer.WriteStartObject();
            writer.WriteEndObject();
        }

        writer.Flush();
        return new(buffer.WrittenMemory, diagnosis._errors.DrainToImmutable());
    }

    /// <summary>The errors of a body's form, and what the model's own attributes say to the members that are free of them.</summary>
    public static ImmutableArray<MemberError> Validate(object draft, ImmutableArray<MemberError> errors)
    {
        // A member that is absent because something within it is at fault is not missing as well.
        var faulty = errors.Select(error => error.Pointer).ToHashSet(StringComparer.Ordinal);
        return [.. errors.Concat(ModelValidator.Validate(draft).Where(error => !faulty.Any(pointer => IsWithin(pointer, error.Pointer)))).Take(MaxErrors)];
    }

    private static bool IsWithin(string pointer, string member) =>
        pointer.StartsWith(member, StringComparison.Ordinal) && (pointer.Length == member.Length || pointer[member.Length] == '/');

    private void Object(JsonElement element, JsonTypeInfo type, string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        _sound.WriteStartObject();
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            var path = JsonText.Append(pointer, name);
            if (name is null)
            {
                Add(path, ProblemCode.InvalidFormat, "A member's name is no Unicode text.");
            }
            else if (!seen.Add(name))
            {
                Add(path, ProblemCode.DuplicateMember, "The member stands twice in the object.");
            }
            else if (type.Properties.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal)) is { } member)
            {
                Member(property.Value, member, path);
            }
            else
            {
                Add(path, ProblemCode.UnknownMember, "The model has no such member.");
            }
        }

        _sound.WriteEndObject();
    }

    private void Member(JsonElement value, JsonPropertyInfo member, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            _sound.WriteNull(member.Name);
            return;
        }

        var shape = MemberShape.Of(member);
        if (value.ValueKind != shape.Kind && !(shape.Kind == JsonValueKind.True && value.ValueKind == JsonValueKind.False))
        {
            Add(path, ProblemCode.WrongType, shape.Expectation);
        }
        else if (shape.IsFree)
        {
            Free(value, member, path);
        }
        else if (shape.Kind == JsonValueKind.Object)
        {
            _sound.WritePropertyName(member.Name);
            Object(value, member.Options.GetTypeInfo(member.PropertyType), path);
        }
        else if (shape.Accepts(value))
        {
            _sound.WritePropertyName(member.Name);
            value.WriteTo(_sound);
        }
        else
        {
            Add(path, shape.Violation, shape.Expectation);
        }
    }

    private void Free(JsonElement value, JsonPropertyInfo member, string path)
    {
        MemberError[] faults = [.. FreeJson.Faults(value, path).Take(MaxErrors)];
        foreach (var fault in faults)
        {
            Add(fault.Pointer, fault.Code, fault.Detail);
        }

        if (faults.Length == 0)
        {
            _sound.WritePropertyName(member.Name);
            value.WriteTo(_sound);
        }
    }

    private void Add(string pointer, string code, string detail)
    {
        if (_errors.Count < MaxErrors)
        {
            _errors.Add(new(pointer, code, detail));
        }
    }
}
