using System.Text.Json.Serialization;

namespace LoApi.ApiFrontend.Audit;

/// <summary>How <see cref="DenialDetail"/> looks in JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DenialDetail))]
internal sealed partial class DenialContext : JsonSerializerContext;
