using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Audit;

/// <summary>How what an audit record is about ended.</summary>
[GenerateSerializer, Alias("audit-outcome"), JsonConverter(typeof(CodeJsonConverter<AuditOutcome>))]
public enum AuditOutcome
{
    /// <summary>It was done.</summary>
    [JsonStringEnumMemberName("success")]
    Success,

    /// <summary>It was refused or failed; nothing was done.</summary>
    [JsonStringEnumMemberName("failure")]
    Failure,

    /// <summary>It failed without telling whether anything was done; a change record says so where it was.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}
