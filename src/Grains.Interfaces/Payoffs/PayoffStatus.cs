using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Payoffs;

/// <summary>
/// Where a payoff stands: <c>received</c>, <c>scheduled</c>, <c>quoted</c>, <c>funded</c>, <c>completed</c> in that
/// order; <c>cancelled</c>, <c>rejected</c> and <c>expired</c> end it before it is funded.
/// </summary>
[GenerateSerializer, Alias("payoff-status"), JsonConverter(typeof(CodeJsonConverter<PayoffStatus>))]
public enum PayoffStatus
{
    /// <summary>The request is in.</summary>
    [JsonStringEnumMemberName("received")]
    Received,

    /// <summary>The date is accepted.</summary>
    [JsonStringEnumMemberName("scheduled")]
    Scheduled,

    /// <summary>The amount is stated.</summary>
    [JsonStringEnumMemberName("quoted")]
    Quoted,

    /// <summary>The money was wired.</summary>
    [JsonStringEnumMemberName("funded")]
    Funded,

    /// <summary>The loan is paid off.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>The requester withdrew it.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>The request was turned down.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>The date went by without the money.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,
}
