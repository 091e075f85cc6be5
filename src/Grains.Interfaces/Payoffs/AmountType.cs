using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Payoffs;

/// <summary>Whether a loan is paid off as a whole.</summary>
[GenerateSerializer, Alias("amount-type"), JsonConverter(typeof(CodeJsonConverter<AmountType>))]
public enum AmountType
{
    /// <summary>The whole outstanding balance. The only type that a 504 loan allows.</summary>
    [JsonStringEnumMemberName("full")]
    Full,

    /// <summary>A part of it, stated as <c>prepayment_amount</c>.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial,
}
