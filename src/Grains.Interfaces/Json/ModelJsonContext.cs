using System.Text.Json.Serialization;
using LoApi.Countries;
using LoApi.Franchises;
using LoApi.Holidays;
using LoApi.Locations;
using LoApi.NaicsCodes;
using LoApi.Payoffs;
using LoApi.Resources;
using LoApi.Users;

namespace LoApi.Json;

/// <summary>The source-generated JSON contract of the models; use it through <see cref="LoApiJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    AllowDuplicateProperties = false,
    MaxDepth = 16,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(MoneyJsonConverter), typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(Country))]
[JsonSerializable(typeof(Holiday))]
[JsonSerializable(typeof(Franchise))]
[JsonSerializable(typeof(NaicsCode))]
[JsonSerializable(typeof(Location))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Payoff))]
[JsonSerializable(typeof(Resource))]
public sealed partial class ModelJsonContext : JsonSerializerContext;
