using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Locations;

/// <summary>What kind of office a location is.</summary>
[GenerateSerializer, Alias("location-type"), JsonConverter(typeof(CodeJsonConverter<LocationType>))]
public enum LocationType
{
    /// <summary>The partner's principal office.</summary>
    [JsonStringEnumMemberName("headquarters")]
    Headquarters,

    /// <summary>Any other office of the partner.</summary>
    [JsonStringEnumMemberName("branch")]
    Branch,
}
