using System.Text.Encodings.Web;
using System.Text.Json;

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
}
