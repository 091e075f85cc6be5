using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LoApi.ApiFrontend.Representations;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Binding;

/// <summary>Reads a body as a model: at once where it is sound, member by member where it is not.</summary>
internal static class JsonBody
{
    private static readonly ImmutableArray<string> MediaTypes = [CacheControl.Json];

    /// <summary>Fails with the codes that concern the body as a whole; what concerns members is in the result.</summary>
    public static async Task<Outcome<ParsedBody<T>>> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> contract)
        where T : class
    {
        var body = await BodyBytes.ReadAsync(request, MediaTypes);
        if (body.Failed)
        {
            return body.Failure;
        }

        return TryRead(body.Value, contract) is { } model
            ? new ParsedBody<T>(model, ModelValidator.Validate(model))
            : Diagnose(body.Value, contract, BodyDiagnosis.Of);
    }

    /// <summary>The model, or null where something is wrong with the body; what, and whether there is more, is yet to be found out.</summary>
    public static T? TryRead<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> contract)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, contract);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a diagnosis makes of the body, or where it ceases to be JSON.</summary>
    public static Outcome<TResult> Diagnose<T, TResult>(
        ReadOnlyMemory<byte> body, JsonTypeInfo<T> contract, Func<JsonElement, JsonTypeInfo<T>, TResult> diagnosis)
        where TResult : class
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = contract.Options.MaxDepth });
            return diagnosis(document.RootElement, contract);
        }
        catch (JsonException malformed)
        {
            return new Failure(
                ProblemCode.MalformedJson,
                $"The body is no well-formed JSON, or nested more than {contract.Options.MaxDepth} deep: see line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}.");
        }
    }
}
