using System.Text.Json;
using LoApi.Json;

namespace LoApi.ApiFrontend.Representations;

/// <summary>How answers look in JSON: the models' own contract, and the envelopes around them.</summary>
internal static class ApiJson
{
    /// <summary>The contract, with the models' encoder.</summary>
    public static ApiJsonContext Contract { get; } = new(new JsonSerializerOptions(ApiJsonContext.Default.Options)
    {
        TypeInfoResolver = null,
        Encoder = LoApiJson.Models.Options.Encoder,
    });
}
