using System.Text.Json.Serialization.Metadata;
using LoApi.ApiFrontend.Binding;
using LoApi.Errors;
using LoApi.Json;

namespace LoApi.ApiFrontend.Writes;

/// <summary>What a request asks a resource to become, whatever it is at the moment.</summary>
/// <param name="CanonicalBody">What the request is recognised by, beside its method and route; null where it was not understood, and so cannot have had an answer.</param>
/// <param name="Apply">What it makes of a version.</param>
internal sealed record Edit<T>(byte[]? CanonicalBody, Func<T, ParsedBody<T>> Apply)
    where T : class
{
    /// <summary>DELETE of a resource that is then gone.</summary>
    public static readonly Edit<T> Removal = new([], current => new(current, Errors: [])) { Removes = true };

    /// <summary>Whether nothing is to be left.</summary>
    public bool Removes { get; private init; }

    /// <summary>DELETE of a resource that stays to be read.</summary>
    public static Edit<T> Closing(Func<T, T> close) => new([], current => new(close(current), Errors: []));

    /// <summary>PUT. Fails with the codes that concern the body as a whole.</summary>
    /// <param name="request">The request.</param>
    /// <param name="contract">The model.</param>
    /// <param name="keepServerMembers">Takes over from the present version what the draft may leave out, because the server sets it.</param>
    public static async Task<Outcome<Edit<T>>> ReadReplacementAsync(HttpRequest request, JsonTypeInfo<T> contract, Func<T, T, T> keepServerMembers)
    {
        var body = await JsonBody.ReadAsync(request, contract);
        if (body.Failed)
        {
            return body.Failure;
        }

        var (draft, errors) = body.Value;
        return new Edit<T>(
            errors.IsEmpty ? CanonicalJson.Of(draft) : null,
            current => new(keepServerMembers(draft, current), errors));
    }

    /// <summary>PATCH. Fails with the codes that concern the body as a whole.</summary>
    public static async Task<Outcome<Edit<T>>> ReadPatchAsync(HttpRequest request, JsonTypeInfo<T> contract)
    {
        var patch = await MergePatch<T>.ReadAsync(request, contract);
        return patch.Failed
            ? patch.Failure
            : new Edit<T>(patch.Value.IsSound ? patch.Value.Canonical() : null, patch.Value.ApplyTo);
    }
}
