using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.NaicsCodes;

/// <summary>How fine a NAICS code is.</summary>
[GenerateSerializer, Alias("naics-level"), JsonConverter(typeof(CodeJsonConverter<NaicsLevel>))]
public enum NaicsLevel
{
    /// <summary>Two digits, or a range of them.</summary>
    [JsonStringEnumMemberName("sector")]
    Sector,

    /// <summary>Three digits.</summary>
    [JsonStringEnumMemberName("subsector")]
    Subsector,

    /// <summary>Four digits.</summary>
    [JsonStringEnumMemberName("industry_group")]
    IndustryGroup,

    /// <summary>Five digits: the finest level that Canada, Mexico and the United States share.</summary>
    [JsonStringEnumMemberName("naics_industry")]
    NaicsIndustry,

    /// <summary>Six digits.</summary>
    [JsonStringEnumMemberName("national_industry")]
    NationalIndustry,
}
