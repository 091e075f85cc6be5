using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Holidays;

/// <summary>Where a holiday is one.</summary>
[GenerateSerializer, Alias("holiday-scope"), JsonConverter(typeof(CodeJsonConverter<HolidayScope>))]
public enum HolidayScope
{
    /// <summary>Everywhere: 5 U.S.C. 6103(a).</summary>
    [JsonStringEnumMemberName("federal")]
    Federal,

    /// <summary>In the District of Columbia and around it: 5 U.S.C. 6103(c). Elsewhere it is a business day.</summary>
    [JsonStringEnumMemberName("dc")]
    DistrictOfColumbia,
}
