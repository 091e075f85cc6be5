using System.Text.Json.Serialization;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Health;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Statistics;
using LoApi.ApiFrontend.Version;
using LoApi.Audit;
using LoApi.Countries;
using LoApi.Franchises;
using LoApi.Holidays;
using LoApi.Json;
using LoApi.Locations;
using LoApi.NaicsCodes;
using LoApi.Payoffs;
using LoApi.Resources;
using LoApi.Users;

namespace LoApi.ApiFrontend.Representations;

/// <summary>The source-generated JSON contract of everything that is answered; use it through <see cref="ApiJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    AllowDuplicateProperties = false,
    MaxDepth = 16,
    Converters = [typeof(MoneyJsonConverter), typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(ListPage<Country>))]
[JsonSerializable(typeof(ListPage<Holiday>))]
[JsonSerializable(typeof(ListPage<Franchise>))]
[JsonSerializable(typeof(ListPage<NaicsCode>))]
[JsonSerializable(typeof(ListPage<Location>))]
[JsonSerializable(typeof(ListPage<User>))]
[JsonSerializable(typeof(ListPage<Payoff>))]
[JsonSerializable(typeof(ListPage<Resource>))]
[JsonSerializable(typeof(ListPage<DateOnly>))]
[JsonSerializable(typeof(ListPage<AuditRecord>))]
[JsonSerializable(typeof(StatsReport))]
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(HealthSummary))]
[JsonSerializable(typeof(VersionReport))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
