using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Payoffs;

/// <summary>Why a borrower pays a loan off early.</summary>
[GenerateSerializer, Alias("payoff-reason"), JsonConverter(typeof(CodeJsonConverter<PayoffReason>))]
public enum PayoffReason
{
    /// <summary>Another loan replaces this one.</summary>
    [JsonStringEnumMemberName("refinance")]
    Refinance,

    /// <summary>The financed property or business is sold.</summary>
    [JsonStringEnumMemberName("sale")]
    Sale,

    /// <summary>The borrower pays from its own means.</summary>
    [JsonStringEnumMemberName("cash")]
    Cash,

    /// <summary>Anything else.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
