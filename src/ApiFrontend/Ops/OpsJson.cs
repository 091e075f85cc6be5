using System.Text.Json.Serialization;

namespace LoApi.ApiFrontend.Ops;

/// <summary>What the page and its server say to each other.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OpsSession))]
[JsonSerializable(typeof(SignIn))]
[JsonSerializable(typeof(OpsView))]
[JsonSerializable(typeof(IReadOnlyList<FoundRecord>))]
internal sealed partial class OpsJson : JsonSerializerContext;
