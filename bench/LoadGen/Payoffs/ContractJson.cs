using System.Text.Json.Serialization;

namespace LoApi.LoadGen.Payoffs;

/// <summary>The bodies that are sent and read, in the contract's spelling.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(NewPayoff))]
[JsonSerializable(typeof(LocationPage))]
internal sealed partial class ContractJson : JsonSerializerContext;
