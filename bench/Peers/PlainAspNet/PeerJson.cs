using System.Text.Json.Serialization;
using LoApi.PlainAspNet.Countries;
using LoApi.PlainAspNet.Errors;
using LoApi.PlainAspNet.Payoffs;
using LoApi.PlainAspNet.Users;

namespace LoApi.PlainAspNet;

/// <summary>The source-generated JSON contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(MoneyConverter), typeof(InstantConverter)])]
[JsonSerializable(typeof(Page<CountryModel>))]
[JsonSerializable(typeof(Page<UserModel>))]
[JsonSerializable(typeof(UserModel))]
[JsonSerializable(typeof(PayoffModel))]
[JsonSerializable(typeof(ProblemDocument))]
internal sealed partial class PeerJson : JsonSerializerContext;
