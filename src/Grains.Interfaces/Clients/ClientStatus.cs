using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Clients;

/// <summary>Whether a client may call: <c>active</c>, <c>disabled</c>.</summary>
[GenerateSerializer, Alias("client-status"), JsonConverter(typeof(CodeJsonConverter<ClientStatus>))]
public enum ClientStatus
{
    /// <summary>It may, with a key that holds.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>It may not, whatever its keys.</summary>
    [JsonStringEnumMemberName("disabled")]
    Disabled,
}
