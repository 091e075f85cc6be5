using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LoApi.ApiFrontend.Representations;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Binding;

/// <summary>
/// A change of a model by JSON Merge Patch (RFC 7396): members that are there replace the model's, objects are merged
/// member by member, and null takes a member away. The models read an absent member and null alike.
/// </summary>
internal sealed class MergePatch<T>
    where T : class
{
    private readonly JsonTypeInfo<T> _contract;
    private readonly SoundBody _patch;

    private MergePatch(SoundBody patch, JsonTypeInfo<T> contract)
    {
        _patch = patch;
        _contract = contract;
    }

    /// <summary>Whether every member of the patch has the form of the model.</summary>
    public bool IsSound => _patch.Errors.IsEmpty;

    /// <summary>Fails with the codes that concern the body as a whole; what concerns members comes with the result of <see cref="ApplyTo"/>.</summary>
    public static async Task<Outcome<MergePatch<T>>> ReadAsync(HttpRequest request, JsonTypeInfo<T> contract)
    {
        var body = await BodyBytes.ReadAsync(request, AcceptPatch.MediaTypes);
        if (body.Failed)
        {
            return body.Failure;
        }

        return JsonBody.TryRead(body.Value, contract) is not null
            ? new MergePatch<T>(new(body.Value, Errors: []), contract)
            : JsonBody.Diagnose(body.Value, contract, (json, type) => new MergePatch<T>(BodyDiagnosis.Sift(json, type), type));
    }

    /// <summary>The patch with its members in order and without white space: the same for every spelling of it.</summary>
    public byte[] Canonical()
    {
        using var patch = JsonDocument.Parse(_patch.Json);
        return Write(writer => WriteSorted(patch.RootElement, writer));
    }

    /// <summary>What the patch makes of a model.</summary>
    public ParsedBody<T> ApplyTo(T target)
    {
        using var patch = JsonDocument.Parse(_patch.Json);
        var merged = Write(writer => Merge(JsonSerializer.SerializeToElement(target, _contract), patch.RootElement, writer));
        var draft = JsonSerializer.Deserialize(merged, _contract)!;
        return new(draft, BodyDiagnosis.Validate(draft, _patch.Errors));
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        write(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Merge(JsonElement target, JsonElement patch, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (target.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in target.EnumerateObject().Where(member => !patch.TryGetProperty(member.Name, out _)))
            {
                member.WriteTo(writer);
            }
        }

        foreach (var member in patch.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Merge(MemberOf(target, member.Name), member.Value, writer);
            }
            else
            {
                member.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static JsonElement MemberOf(JsonElement target, string name) =>
        target.ValueKind == JsonValueKind.Object && target.TryGetProperty(name, out var member) ? member : default;

    private static void WriteSorted(JsonElement element, Utf8JsonWriter writer)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            element.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(member.Name);
            WriteSorted(member.Value, writer);
        }

        writer.WriteEndObject();
    }
}
