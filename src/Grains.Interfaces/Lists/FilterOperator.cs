using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Lists;

/// <summary>How a filter compares a member with its values; written in brackets behind the member's name.</summary>
[GenerateSerializer, Alias("filter-operator"), JsonConverter(typeof(CodeJsonConverter<FilterOperator>))]
public enum FilterOperator
{
    /// <summary>Equal; the operator of a name without brackets.</summary>
    [JsonStringEnumMemberName("eq")]
    Equal,

    /// <summary>Greater, or later.</summary>
    [JsonStringEnumMemberName("gt")]
    Greater,

    /// <summary>Greater or equal.</summary>
    [JsonStringEnumMemberName("gte")]
    GreaterOrEqual,

    /// <summary>Less, or earlier.</summary>
    [JsonStringEnumMemberName("lt")]
    Less,

    /// <summary>Less or equal.</summary>
    [JsonStringEnumMemberName("lte")]
    LessOrEqual,

    /// <summary>One of several values, separated by commas.</summary>
    [JsonStringEnumMemberName("in")]
    In,

    /// <summary>Text that begins with the value, in the same case.</summary>
    [JsonStringEnumMemberName("prefix")]
    Prefix,
}
