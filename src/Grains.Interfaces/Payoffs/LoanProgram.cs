using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Payoffs;

/// <summary>The SBA loan programme that a loan belongs to.</summary>
[GenerateSerializer, Alias("loan-program"), JsonConverter(typeof(CodeJsonConverter<LoanProgram>))]
public enum LoanProgram
{
    /// <summary>504: a debenture loan through a certified development company.</summary>
    [JsonStringEnumMemberName("504")]
    Section504,

    /// <summary>7(a): a loan guaranteed by the SBA.</summary>
    [JsonStringEnumMemberName("7a")]
    Section7a,
}
