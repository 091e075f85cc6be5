using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LoApi.ApiFrontend.Representations;
using LoApi.Errors;
using LoApi.Json;

namespace LoApi.ApiFrontend.Binding;

/// <summary>A change of a model by JSON Merge Patch (RFC 7396). The models read an absent member and null alike.</summary>
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

    /// <summary>The patch in one spelling, the same for every other of it.</summary>
    public byte[] Canonical()
    {
        using var patch = JsonDocument.Parse(_patch.Json);
        return CanonicalJson.Of(patch.RootElement);
    }

    /// <summary>What the patch makes of a model.</summary>
    public ParsedBody<T> ApplyTo(T target)
    {
        using var patch = JsonDocument.Parse(_patch.Json);
        var before = JsonSerializer.SerializeToElement(target, _contract);
        var merged = CanonicalJson.Write(writer => JsonMerge.Write(before, patch.RootElement, writer));
        var draft = JsonSerializer.Deserialize(merged, _contract)!;
        return new(draft, BodyDiagnosis.Validate(draft, _patch.Errors));
    }
}
