using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Holidays;

/// <summary>Whose holidays are asked for.</summary>
[GenerateSerializer, Alias("holiday-calendar"), JsonConverter(typeof(CodeJsonConverter<HolidayCalendar>))]
public enum HolidayCalendar
{
    /// <summary>Those of federal offices: 5 U.S.C. 6103.</summary>
    [JsonStringEnumMemberName("federal")]
    Federal,

    /// <summary>
    /// Those that close the Federal Reserve's wire service: on a Saturday none does, from a Sunday they move to Monday,
    /// and those of the District of Columbia alone are none.
    /// </summary>
    [JsonStringEnumMemberName("fedwire")]
    Fedwire,
}
