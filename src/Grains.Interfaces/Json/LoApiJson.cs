using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoApi.Json;

/// <summary>How the models look in JSON: one contract for bodies, recorded responses and documents.</summary>
public static class LoApiJson
{
    /// <summary>
    /// The contract. Text is escaped only where JSON asks for it: answers are <c>application/json</c> with
    /// <c>nosniff</c>, never inlined into a page.
    /// </summary>
    public static ModelJsonContext Models { get; } = new(new JsonSerializerOptions(ModelJsonContext.Default.Options)
    {
        TypeInfoResolver = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>
    /// The same without members that are null: what a request is recognised by, so that a member that a later version
    /// adds changes nothing about the requests of before.
    /// </summary>
    public static ModelJsonContext Sparse { get; } = new(new JsonSerializerOptions(Models.Options)
    {
        TypeInfoResolver = null,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
